import { cpSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from '../../../scripts/build'
import { contractText, KIT_ROOT } from '../../scripts/support/projects'

/**
 * Builds real cloud functions of the kit in a temporary project that holds nothing else, so that neither the
 * checkout's `dist/` nor another test file gets in the way.
 *
 * @returns root of the project, for the caller to remove
 */
export async function buildFunctions(names: readonly string[]): Promise<string> {
  const root = mkdtempSync(join(tmpdir(), 'kit-functions-'))
  for (const file of ['package.json', 'package-lock.json', 'tsconfig.base.json', 'project.config.json']) {
    cpSync(join(KIT_ROOT, file), join(root, file))
  }
  const parts = ['shared', 'typings', 'tsconfig.json', 'database.rules.json', 'storage.rules.json', ...names]
  for (const part of parts) {
    cpSync(join(KIT_ROOT, 'cloudfunctions', part), join(root, 'cloudfunctions', part), { recursive: true })
  }
  writeFileSync(join(root, 'cloudfunctions/contract.ts'), contractText(...names))
  symlinkSync(join(KIT_ROOT, 'node_modules'), join(root, 'node_modules'), 'junction')
  const { ok, problems } = await build({ root, types: false, zip: false, sourcemap: false })
  if (!ok) throw new Error(`The functions do not build: ${JSON.stringify(problems, undefined, 2)}`)
  return root
}
