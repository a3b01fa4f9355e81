import { FUNCTIONS_DIR } from '../project/cloud-functions'
import { EMPTY_CONFIG_TEXT } from '../project/function-config'

/** The files of a new cloud function, by path from the root: it works, has a test, and is typed from end to end. */
export function functionFiles(name: string): Map<string, string> {
  return new Map([
    [`${FUNCTIONS_DIR}/${name}/index.ts`, SOURCE],
    [`${FUNCTIONS_DIR}/${name}/config.json`, EMPTY_CONFIG_TEXT],
    [`test/${FUNCTIONS_DIR}/${name}/index.test.ts`, testSource(name)],
  ])
}

const SOURCE = `import * as v from 'valibot'
import { defineFunction } from '../shared/define-function'

const input = v.strictObject({ name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(40)) })

/** Greets the caller: put here what the function is for. */
export const main = defineFunction({
  input,
  handler: ({ name }, { openid }) => ({ greeting: \`Hello, \${name}\`, openid }),
})
`

function testSource(name: string): string {
  return `import { useLocalCloud } from '../support/use-local-cloud'

const cloud = useLocalCloud(['${name}'])
const asAnn = { openid: 'oANN' }

test('${name} greets the caller by name', async () => {
  expect(await cloud.call('${name}', { name: ' Ann ' }, asAnn)).toEqual({
    ok: true,
    data: { greeting: 'Hello, Ann', openid: 'oANN' },
  })
})

test.each([{}, { name: '' }, { name: 'x'.repeat(41) }, { name: 1 }])('${name} refuses %p', async input => {
  expect(await cloud.call('${name}', input, asAnn)).toMatchObject({
    ok: false,
    error: { code: 'invalid-argument' },
  })
})
`
}
