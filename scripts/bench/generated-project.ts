import { cpSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { contractLine } from '../check'

/** How a generated function is written: with the SDK alone, or as the kit does, with `defineFunction` and valibot. */
export type FunctionStyle = 'plain' | 'kit'

/** Writes a kit project with `count` cloud functions that use the SDK, and shares the installed packages. */
export function generateProject(kitRoot: string, dir: string, count: number, style: FunctionStyle): void {
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
    writeFileSync(join(folder, 'index.ts'), (style === 'kit' ? kitFunction : plainFunction)(name))
    writeFileSync(
      join(folder, 'config.json'),
      `${JSON.stringify({ permissions: { openapi: ['security.msgSecCheck'] } }, null, 2)}\n`,
    )
  }
  writeFileSync(join(dir, 'cloudfunctions', 'contract.ts'), contractSource(names))
}

function kitFunction(name: string): string {
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

/** The same work with nothing of the kit but the form of its replies. */
function plainFunction(name: string): string {
  return `import cloud from 'wx-server-sdk'
import type { Reply } from '../shared/reply'

cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })

export async function main(event: { text: string; count?: number }): Promise<Reply<{ id: string }>> {
  const { OPENID: openid = '' } = cloud.getWXContext()
  const { text, count = 1 } = event
  const check = await cloud.openapi.security.msgSecCheck({ content: text, version: 2, scene: 2, openid })
  if (check.result.suggest !== 'pass')
    return { ok: false, error: { code: 'invalid-argument', message: '${name} refuses this text' } }
  const added = await cloud.database().collection('${name}').add({ data: { text, count, openid } })
  return { ok: true, data: { id: String(added._id) } }
}
`
}

function contractSource(names: readonly string[]): string {
  const lines = names.map(name => `  ${contractLine(name)}`)
  return `import type { SignatureOf } from './shared/cloud-function'\n\nexport interface Contract {\n${lines.join('\n')}\n}\n`
}
