import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from '../build'
import { contractLine } from '../check'
import { KitError } from '../project/kit-error'

/** Times one operation `times` times inside the function, so that the way to the function does not count. */
const TIMED = (operation: string) => `import { cloud } from '../shared/cloud'
import { defineFunction } from '../shared/define-function'
import * as v from 'valibot'

export const main = defineFunction({
  input: v.object({ times: v.number() }),
  handler: async ({ times }) => {
    const took: number[] = []
    for (let round = 0; round < times; round++) {
      const started = performance.now()
      ${operation}
      took.push(performance.now() - started)
    }
    return took
  },
})
`

const ECHO = `import { defineFunction } from '../shared/define-function'
import * as v from 'valibot'

export const main = defineFunction({ input: v.object({ n: v.number() }), handler: ({ n }) => ({ n }) })
`

const FUNCTIONS: Record<string, { source: string; openapi: string[] }> = {
  echo: { source: ECHO, openapi: [] },
  check: {
    source: TIMED(
      "await cloud.openapi.security.msgSecCheck({ content: 'hello', version: 2, scene: 2, openid: 'oLOCAL' })",
    ),
    openapi: ['security.msgSecCheck'],
  },
  read: { source: TIMED("await cloud.database().collection('many').doc('doc500').get()"), openapi: [] },
}

/** Writes the functions that the benchmark calls into a generated project, and builds them. */
export async function buildBenchFunctions(root: string): Promise<void> {
  for (const [name, { source, openapi }] of Object.entries(FUNCTIONS)) {
    const folder = join(root, 'cloudfunctions', name)
    mkdirSync(folder)
    writeFileSync(join(folder, 'index.ts'), source)
    writeFileSync(join(folder, 'config.json'), `${JSON.stringify({ permissions: { openapi } })}\n`)
  }
  const lines = Object.keys(FUNCTIONS).sort().map(contractLine).join('\n')
  const head = "import type { SignatureOf } from './shared/cloud-function'"
  writeFileSync(
    join(root, 'cloudfunctions', 'contract.ts'),
    `${head}\n\nexport interface Contract {\n${lines}\n}\n`,
  )
  const { ok, problems } = await build({ root, types: false, zip: false, sourcemap: false })
  if (!ok) throw new KitError('tool-failed', problems.map(({ message }) => message).join('; '))
}
