import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

export const KIT_ROOT = join(__dirname, '../../..')

/** A small kit project in a temporary folder, with the kit's own installed packages. */
export interface TestProject {
  root: string
  write(file: string, text: string): void
  read(file: string): string
  has(file: string): boolean
  remove(path: string): void
}

/** A function that type-checks, calls no openapi, and imports the SDK. */
export const PLAIN_FUNCTION = `import cloud from 'wx-server-sdk'
export const main = async () => ({ ok: true as const, data: cloud.getWXContext().OPENID ?? '' })
`

/** A function that calls wxacode.getUnlimited. */
export const OPENAPI_FUNCTION = `import cloud from 'wx-server-sdk'
export const main = async () => {
  await cloud.openapi.wxacode.getUnlimited({ scene: 'a=1' })
  return { ok: true as const, data: '' }
}
`

/** `{ "permissions": { "openapi": [...] } }` */
export function configJson(...openapi: string[]): string {
  return `${JSON.stringify({ permissions: { openapi } }, null, 2)}\n`
}

/** A contract with a line for each of the functions. */
export function contractText(...names: string[]): string {
  const lines = names.map(name => `  ${name}: SignatureOf<typeof import('./${name}/index').main>`)
  return `import type { SignatureOf } from './shared/cloud-function'\n\nexport interface Contract {\n${lines.join('\n')}\n}\n`
}

/**
 * Call once at the top of a test file; gives a function that makes projects, all of which are removed after each
 * test.
 *
 * The project has no cloud functions but those in `files` (by path from its root), and a contract that fits them
 * unless `files` has one.
 */
export function useProjects(): (files?: Record<string, string>) => TestProject {
  const roots: string[] = []
  afterEach(() => {
    for (const root of roots.splice(0)) rmSync(root, { recursive: true, force: true, maxRetries: 3 })
  })
  return (files = {}) => {
    const root = mkdtempSync(join(tmpdir(), 'kit-test-'))
    roots.push(root)
    const project = openProject(root)
    for (const file of ['package.json', 'package-lock.json', 'tsconfig.base.json', 'project.config.json']) {
      cpSync(join(KIT_ROOT, file), join(root, file))
    }
    for (const part of ['shared', 'typings', 'tsconfig.json']) {
      cpSync(join(KIT_ROOT, 'cloudfunctions', part), join(root, 'cloudfunctions', part), { recursive: true })
    }
    symlinkSync(join(KIT_ROOT, 'node_modules'), join(root, 'node_modules'), 'junction')
    const names = Object.keys(files).flatMap(
      file => /^cloudfunctions\/([^/]+)\/index\.ts$/.exec(file)?.[1] ?? [],
    )
    project.write('cloudfunctions/contract.ts', contractText(...names.sort()))
    for (const [file, text] of Object.entries(files)) project.write(file, text)
    return project
  }
}

function openProject(root: string): TestProject {
  return {
    root,
    write(file, text) {
      mkdirSync(dirname(join(root, file)), { recursive: true })
      writeFileSync(join(root, file), text)
    },
    read: file => readFileSync(join(root, file), 'utf8'),
    has: file => existsSync(join(root, file)),
    remove: path => rmSync(join(root, path), { recursive: true }),
  }
}
