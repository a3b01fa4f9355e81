import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join, posix } from 'node:path'

/** The folder of the sources, from the root of the project. */
export const MINI_PROGRAM_DIR = 'miniprogram'

/** The files of a mini program, by their path from its folder (`pages/home/home.wxml`). A snapshot: texts are read once. */
export class MiniProgramFiles {
  readonly #texts = new Map<string, string>()

  constructor(
    readonly dir: string,
    /** In bytes. */
    readonly sizes: ReadonlyMap<string, number>,
  ) {}

  has(path: string): boolean {
    return this.sizes.has(path)
  }

  /** Every path that ends like this, sorted. */
  endingWith(ending: string): string[] {
    return [...this.sizes.keys()].filter(path => path.endsWith(ending)).sort()
  }

  /** The text of a file that is there. */
  text(path: string): string {
    let text = this.#texts.get(path)
    if (text === undefined) {
      text = readFileSync(join(this.dir, path), 'utf8')
      this.#texts.set(path, text)
    }
    return text
  }
}

/** Lists the mini program of a project; one without any has no files. */
export function listMiniProgram(root: string): MiniProgramFiles {
  const dir = join(root, MINI_PROGRAM_DIR)
  return new MiniProgramFiles(dir, new Map(existsSync(dir) ? sizesBelow(dir, '') : []))
}

function sizesBelow(dir: string, folder: string): [string, number][] {
  return readdirSync(join(dir, folder), { withFileTypes: true }).flatMap(entry => {
    const path = `${folder}${entry.name}`
    if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : sizesBelow(dir, `${path}/`)
    return [[path, statSync(join(dir, path)).size] as [string, number]]
  })
}

/**
 * The path that a reference in a file leads to: `/images/a.png` from the folder of the mini program, everything else
 * from the file's own folder. One that leads out of the mini program begins with `../`.
 */
export function resolveReference(from: string, reference: string): string {
  return reference.startsWith('/')
    ? posix.normalize(reference.slice(1))
    : posix.join(posix.dirname(from), reference)
}

/** The folder into which DevTools packs npm packages (Tools > Build npm). */
export const NPM_DIR = 'miniprogram_npm'

/** Whether a file belongs to a package, and is not the project's own. */
export function isForeign(path: string): boolean {
  return /(?:^|\/)(?:miniprogram_npm|node_modules)\//.test(path)
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

/** Where the script of a package lies that `import 'dayjs'` asks for, with its extension. */
export function findPackageScript(
  has: (path: string) => boolean,
  from: string,
  reference: string,
): string | undefined {
  return inPackages(from, reference)
    .flatMap(path => [path, `${path}.js`, `${path}/index.js`])
    .find(has)
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
export function applyAlias(aliases: Readonly<Record<string, string>>, reference: string): string | undefined {
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
