import { posix } from 'node:path'
import { NPM_DIR } from './mini-program'

/**
 * The path that a reference in a file leads to: `/images/a.png` from the folder of the mini program, everything else
 * from the file's own folder. One that leads out of the mini program begins with `../`.
 */
export function resolveReference(from: string, reference: string): string {
  return reference.startsWith('/')
    ? posix.normalize(reference.slice(1))
    : posix.join(posix.dirname(from), reference)
}

/**
 * Where the component of a line of `usingComponents` lies: a path without extension. A bare name is looked for beside
 * the file, then in each `miniprogram_npm` on the way up; a folder stands for its `index`.
 * https://developers.weixin.qq.com/miniprogram/dev/devtools/npm.html
 *
 * @param has whether there is a file of this path
 */
export function findComponent(
  has: (path: string) => boolean,
  from: string,
  reference: string,
): string | undefined {
  const beside = resolveReference(from, reference)
  const paths = isBare(reference) ? [beside, ...inPackages(from, reference)] : [beside]
  return paths
    .filter(path => !path.startsWith('..'))
    .flatMap(path => [path, `${path}/index`])
    .find(path => has(`${path}.json`))
}

/** What is wrong with a module that a script asks for. */
export interface ModuleProblem {
  rule: 'import-outside' | 'package-not-built'
  message: string
  mend: string
}

/**
 * Where the module lies that a script asks for when it runs. DevTools takes modules from `miniprogram/` alone: by a
 * path, by an alias of `app.json`, or from a package that it has built.
 *
 * @param aliases `resolveAlias` of `app.json`
 * @returns a path with extension; undefined for a path in the mini program, where compilers say best if nothing is
 */
export function findModule(
  has: (path: string) => boolean,
  aliases: Readonly<Record<string, string>>,
  from: string,
  reference: string,
): { path: string } | { problem: ModuleProblem } | undefined {
  const fromRoot =
    applyAlias(aliases, reference) ?? (reference.startsWith('/') ? reference.slice(1) : undefined)
  if (fromRoot !== undefined) return firstOf(has, [fromRoot])
  const beside = resolveReference(from, reference)
  if (isBare(reference)) return firstOf(has, [...inPackages(from, reference), beside]) ?? notBuilt(reference)
  return beside.startsWith('..') ? outside(reference) : undefined
}

const ENDINGS = ['', '.ts', '.js', '/index.ts', '/index.js']

function firstOf(has: (path: string) => boolean, paths: readonly string[]): { path: string } | undefined {
  const found = paths
    .filter(path => !path.startsWith('..'))
    .flatMap(path => ENDINGS.map(ending => path + ending))
    .find(has)
  return found === undefined ? undefined : { path: found }
}

function outside(reference: string): { problem: ModuleProblem } {
  return {
    problem: {
      rule: 'import-outside',
      message: `${reference} is outside of miniprogram/: DevTools packs nothing from there`,
      mend: 'import types only (import type), or move the file into miniprogram/',
    },
  }
}

function notBuilt(reference: string): { problem: ModuleProblem } {
  return {
    problem: {
      rule: 'package-not-built',
      message: `there is no package "${reference}" in ${NPM_DIR}/, where the mini program looks for it`,
      mend: 'install it in miniprogram/ (it needs a package.json there), then in DevTools: Tools > Build npm',
    },
  }
}

/** Whether a reference names a package, not a path. */
export function isBare(reference: string): boolean {
  return !/^[./]/.test(reference)
}

/**
 * The path that `resolveAlias` of `app.json` gives to what a script imports: `{ "@utils/*": "utils/*" }` makes
 * `utils/time` of `@utils/time`. The longest key that fits wins.
 * https://developers.weixin.qq.com/miniprogram/dev/reference/configuration/app.html#resolveAlias
 */
function applyAlias(aliases: Readonly<Record<string, string>>, reference: string): string | undefined {
  const fitting = Object.entries(aliases)
    .filter(([key]) => key.endsWith('/*') && reference.startsWith(key.slice(0, -1)))
    .sort(([a], [b]) => b.length - a.length)[0]
  if (!fitting) return undefined
  const [key, target] = fitting
  return posix.join('.', target.replace(/^\/|\*$/g, ''), reference.slice(key.length - 1))
}

function inPackages(from: string, reference: string): string[] {
  const folders = posix
    .dirname(from)
    .split('/')
    .filter(folder => folder !== '.')
  const up = folders.map((_, index) => folders.slice(0, folders.length - index).join('/'))
  return [...up, '.'].map(folder => posix.join(folder, NPM_DIR, reference))
}
