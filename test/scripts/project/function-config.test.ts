import { readFunctionConfig } from '../../../scripts/project/function-config'

const read = (text: string | undefined) => readFunctionConfig(text, 'cloudfunctions/a/config.json')
const problemsOf = (value: unknown) =>
  read(JSON.stringify(value, null, 2)).problems.map(({ severity, rule }) => [severity, rule])

const timer = { name: 'nightly', type: 'timer', config: '0 0 2 * * * *' }

test('readFunctionConfig() reads permissions and the trigger', () => {
  const { config, problems } = read(JSON.stringify({ permissions: { openapi: ['a.b'] }, triggers: [timer] }))
  expect(problems).toEqual([])
  expect(config).toEqual({ openapi: ['a.b'], triggers: [timer] })
})

test('a function without config.json asks for nothing', () => {
  expect(read(undefined)).toEqual({ config: { openapi: [], triggers: [] }, problems: [] })
})

test('a byte order mark is no error', () => {
  expect(read('\uFEFF{"permissions":{"openapi":["a.b"]}}').config.openapi).toEqual(['a.b'])
})

test('broken JSON is reported with its line', () => {
  const { problems } = read('{\r\n  "permissions": {\r\n    "openapi": ["a.b",]\r\n  }\r\n}')
  expect(problems).toEqual([
    {
      severity: 'error',
      rule: 'json-broken',
      message: 'not valid JSON: value expected',
      file: 'cloudfunctions/a/config.json',
      line: 3,
      column: 23,
    },
  ])
})

test.each([
  ['an empty file', ''],
  ['a comment', '{} // none'],
  ['an unclosed string', '{"permissions": {"openapi": ["a.b}}'],
])('%s is broken JSON', (_, text) => {
  expect(read(text).problems).toMatchObject([{ rule: 'json-broken', line: 1 }])
})

test.each([
  ['an unknown key', { permision: {} }, [['error', 'config-unknown-key']]],
  ['an unknown permission', { permissions: { openApi: [] } }, [['error', 'config-unknown-key']]],
  ['a timeout', { timeout: 20 }, [['warning', 'config-undocumented']]],
  ['a memory size', { memorySize: 256 }, [['warning', 'config-undocumented']]],
  ['a list of names where the object belongs', { permissions: ['a.b'] }, [['error', 'config-shape']]],
  ['a single name', { permissions: { openapi: 'a.b' } }, [['error', 'config-shape']]],
  ['triggers that are no list', { triggers: timer }, [['error', 'config-shape']]],
  ['an array', [], [['error', 'config-shape']]],
  ['two triggers', { triggers: [timer, { ...timer, name: 'b' }] }, [['error', 'trigger-count']]],
  ['a bad cron', { triggers: [{ ...timer, config: '0 2 * * *' }] }, [['error', 'trigger-cron']]],
  ['a cron that is no text', { triggers: [{ ...timer, config: 5 }] }, [['error', 'trigger-cron']]],
  ['a trigger of another type', { triggers: [{ ...timer, type: 'cron' }] }, [['error', 'trigger-shape']]],
  ['a trigger named 1st', { triggers: [{ ...timer, name: '1st' }] }, [['error', 'trigger-shape']]],
  [
    'a name of 61 characters',
    { triggers: [{ ...timer, name: 'n'.repeat(61) }] },
    [['error', 'trigger-shape']],
  ],
  ['a key that no trigger has', { triggers: [{ ...timer, message: '' }] }, [['error', 'trigger-shape']]],
  [
    'a trigger that is a text',
    { triggers: ['nightly'] },
    [
      ['error', 'trigger-shape'],
      ['error', 'trigger-shape'],
      ['error', 'trigger-cron'],
    ],
  ],
])('%s is found', (_, value, expected) => {
  expect(problemsOf(value)).toEqual(expected)
})

test('what a trigger lacks is called missing', () => {
  const { problems } = read(JSON.stringify({ triggers: [{}] }))
  expect(problems.map(({ message }) => message)).toEqual([
    'the type of a trigger must be "timer", it is missing',
    '"name" is missing: a trigger has one',
    '"config" must be a cron expression, it is missing',
  ])
})

test('the place of a bad cron is that of the expression', () => {
  const { problems } = read(JSON.stringify({ triggers: [{ ...timer, config: '0 2 * * *' }] }, null, 2))
  expect(problems).toMatchObject([{ line: 6, column: 17 }])
})
