import { cpSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { contractLine } from '../check'

/** Writes a kit project with `count` cloud functions that use the SDK, and shares the installed packages. */
export function generateProject(kitRoot: string, dir: string, count: number): void {
  for (const file of ['package.json', 'package-lock.json', 'tsconfig.base.json', 'project.config.json']) {
    cpSync(join(kitRoot, file), join(dir, file))
  }
  for (const part of ['shared', 'typings', 'tsconfig.json']) {
    cpSync(join(kitRoot, 'cloudfunctions', part), join(dir, 'cloudfunctions', part), { recursive: true })
  }
  symlinkSync(join(kitRoot, 'node_modules'), join(dir, 'node_modules'), 'junction')
  const names = Array.from({ length: count }, (_, index) => `function${String(index + 1).padStart(3, '0')}`)
  for (const name of names) {
    const folder = join(dir, 'cloudfunctions', name)
    mkdirSync(folder)
    writeFileSync(join(folder, 'index.ts'), functionSource(name))
    writeFileSync(
      join(folder, 'config.json'),
      `${JSON.stringify({ permissions: { openapi: ['security.msgSecCheck'] } }, null, 2)}\n`,
    )
  }
  writeFileSync(join(dir, 'cloudfunctions', 'contract.ts'), contractSource(names))
}

function functionSource(name: string): string {
  return `import * as v from 'valibot'
import { cloud } from '../shared/cloud'
import { defineFunction } from '../shared/define-function'
import { FunctionError } from '../shared/function-error'

const input = v.object({ text: v.pipe(v.string(), v.maxLength(200)), count: v.optional(v.number(), 1) })

export const main = defineFunction({
  input,
  handler: async ({ text, count }, { openid }) => {
    const check = await cloud.openapi.security.msgSecCheck({ content: text, version: 2, scene: 2, openid })
    if (check.result.suggest !== 'pass') throw new FunctionError('invalid-argument', '${name} refuses this text')
    const added = await cloud.database().collection('${name}').add({ data: { text, count, openid } })
    return { id: String(added._id) }
  },
})
`
}

function contractSource(names: readonly string[]): string {
  const lines = names.map(name => `  ${contractLine(name)}`)
  return `import type { SignatureOf } from './shared/cloud-function'\n\nexport interface Contract {\n${lines.join('\n')}\n}\n`
}
