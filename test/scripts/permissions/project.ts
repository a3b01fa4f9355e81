import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { bundleForReading, checkPermissions, type Permissions } from '../../../scripts/permissions'

/** Source files by their path from the root of a project; a bare text is `index.ts` of the only function. */
export type Sources = string | Record<string, string>

const roots: string[] = []

afterAll(() => {
  for (const root of roots.splice(0)) rmSync(root, { recursive: true, force: true })
})

/** Writes a project into a temporary folder that is removed after the tests. */
export function writeProject(files: Record<string, string>): string {
  const root = mkdtempSync(join(tmpdir(), 'kit-permissions-'))
  roots.push(root)
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, file)), { recursive: true })
    writeFileSync(join(root, file), text)
  }
  return root
}

/** Bundles one function of a project; fails if that is not possible. */
export async function bundleOne(sources: Sources, external: string[] = []) {
  const files = typeof sources === 'string' ? { 'index.ts': sources } : sources
  const root = writeProject(files)
  const entry = join(root, 'index.ts')
  const { bundles, problems } = await bundleForReading({
    root,
    functions: [{ name: 'login', entry, external }],
  })
  const bundle = bundles.get('login')
  if (!bundle) throw new Error(JSON.stringify(problems))
  return bundle
}

/** Checks one function; without a `config` its list is empty. */
export async function check(
  sources: Sources,
  { config, external }: { config?: string; external?: string[] } = {},
) {
  const bundle = await bundleOne(sources, external)
  return checkPermissions({ functionName: 'login', configFile: 'config.json', configText: config, bundle })
}

/** The rules of the findings that say what a function calls, not whether that is listed. */
export function rulesOfCalls({ problems }: Permissions): string[] {
  const aboutLists = new Set(['openapi-not-listed', 'openapi-unknown-name'])
  return problems.map(({ rule }) => rule).filter(rule => !aboutLists.has(rule))
}
