import { configJson } from '../support/projects'
import { check, rulesOfCalls } from './project'

const IMPORT = `import cloud from 'wx-server-sdk'\n`
const main = (body: string) => `${IMPORT}export const main = async (event: any) => {\n${body}\n}\n`
const DYNAMIC = 'return cloud.openapi[event.api]()'

describe('an openapi-calls comment', () => {
  test.each([
    ['above', `// openapi-calls: a.b, c.d\n${DYNAMIC}`],
    ['on the same line', `${DYNAMIC} // openapi-calls: a.b, c.d`],
    ['in a block comment', `/* openapi-calls: a.b, c.d */\n${DYNAMIC}`],
    ['in front on the same line', `/* openapi-calls: a.b, c.d */ ${DYNAMIC}`],
    [
      'over several lines',
      `/*\n * The names come from the menu.\n * openapi-calls: a.b,\n *   c.d\n */\n${DYNAMIC}`,
    ],
    ['with an explanation', `// openapi-calls: a.b, c.d -- the names come from the menu\n${DYNAMIC}`],
    ['above another comment', `// openapi-calls: a.b, c.d\n// the event is validated\n${DYNAMIC}`],
    ['in two comments', `// openapi-calls: a.b\n// openapi-calls: c.d\n${DYNAMIC}`],
    [
      'above a statement of several lines',
      `// openapi-calls: a.b, c.d\nreturn [\n  1,\n  cloud.openapi[event.api](),\n]`,
    ],
    [
      'inside a statement, above the line',
      `return [\n  1,\n  // openapi-calls: a.b, c.d\n  cloud.openapi[event.api](),\n]`,
    ],
    ['with CRLF', `// openapi-calls: a.b, c.d\r\n${DYNAMIC}\r\n`],
    ['for a value that gets out of sight', `// openapi-calls: a.b, c.d\nevent.use(cloud)`],
  ])('declares names: %s', async (_, body) => {
    const permissions = await check(main(body))
    expect(permissions.names).toEqual(['a.b', 'c.d'])
    expect(rulesOfCalls(permissions)).toEqual([])
  })

  test('puts the names at the place of the use', async () => {
    const { calls } = await check(main(`// openapi-calls: a.b\n${DYNAMIC}`))
    expect(calls).toEqual([{ name: 'a.b', file: 'index.ts', line: 4, column: 8 }])
  })

  test('declares with "none" that nothing is called', async () => {
    const permissions = await check(
      main('// openapi-calls: none -- it only reads the version\nevent.use(cloud)'),
    )
    expect(permissions).toEqual({ calls: [], names: [], withheld: [], problems: [] })
  })

  test.each([
    ['above an empty line', `// openapi-calls: a.b\n\n${DYNAMIC}`],
    ['above another statement', `// openapi-calls: a.b\nevent.x()\n${DYNAMIC}`],
    ['above the function', `// openapi-calls: a.b\nconst f = () => {\n${DYNAMIC}\n}\nf()`],
  ])('does not speak for code elsewhere: %s', async (_, body) => {
    const permissions = await check(main(body))
    expect(permissions.names).toEqual([])
    expect(rulesOfCalls(permissions)).toEqual(['openapi-dynamic', 'openapi-calls-unused'])
  })

  test('is not a text that looks like one', async () => {
    const permissions = await check(main(`const text = \`\n// openapi-calls: a.b\n\`; ${DYNAMIC} + text`))
    expect(rulesOfCalls(permissions)).toEqual(['openapi-dynamic'])
  })

  test('is not a sentence that mentions it', async () => {
    const permissions = await check(main(`// see openapi-calls: it is documented in the README\n${DYNAMIC}`))
    expect(rulesOfCalls(permissions)).toEqual(['openapi-dynamic'])
  })

  test.each([
    ['no name', '', 'it lists no name'],
    ['a missing comma', 'a.b c.d', '"a.b c.d" is not a name'],
    ['a wildcard', '*', '"*" is not a name'],
    ['one part only', 'wxacode', '"wxacode" is not a name'],
    ['a comma too many', 'a.b,,c.d', 'a name is missing before or after a comma'],
  ])('is an error with %s', async (_, list, mistake) => {
    const { problems, names } = await check(main(`// openapi-calls: ${list}\n${DYNAMIC}`))
    expect(names).toEqual([])
    expect(problems).toContainEqual(
      expect.objectContaining({
        severity: 'error',
        rule: 'openapi-comment',
        message: expect.stringContaining(mistake),
        file: 'index.ts',
        line: 3,
        column: 1,
      }),
    )
    expect(problems).toContainEqual(expect.objectContaining({ rule: 'openapi-dynamic' }))
  })

  test('gets a warning where the code tells all by itself', async () => {
    const { problems, names } = await check(main('// openapi-calls: a.b\nreturn cloud.openapi.c.d()'))
    expect(names).toEqual(['c.d'])
    expect(problems).toContainEqual(
      expect.objectContaining({ severity: 'warning', rule: 'openapi-calls-unused', line: 3 }),
    )
  })

  test('in a shared module speaks only to the functions that use that code', async () => {
    const { problems } = await check({
      'index.ts': `import { a } from './shared/sdk'\nexport const main = () => a()\n`,
      'shared/sdk.ts': `${IMPORT}export const a = () => cloud.init()\n\nexport const b = (event: any) => {\n  // openapi-calls: nonsense\n  return cloud.openapi[event.api]()\n}\n`,
    })
    expect(problems).toEqual([])
  })
})

describe('an openapi-withheld comment', () => {
  const CALL = 'return cloud.openapi.wxacode.get({})'

  test.each([
    ['above', `// openapi-withheld: wxacode.get -- shows -604101\n${CALL}`],
    ['on the same line', `${CALL} // openapi-withheld: wxacode.get -- shows -604101`],
    [
      'for a declared name',
      `// openapi-calls: wxacode.get\n// openapi-withheld: wxacode.get -- shows -604101\n${DYNAMIC}`,
    ],
  ])('leaves the permission out and says so: %s', async (_, body) => {
    const { names, withheld, problems } = await check(main(body), { config: configJson() })
    expect(names).toEqual([])
    expect(withheld).toEqual([
      expect.objectContaining({ name: 'wxacode.get', reason: 'shows -604101', file: 'index.ts' }),
    ])
    expect(problems).toEqual([
      expect.objectContaining({
        severity: 'note',
        rule: 'openapi-withheld',
        message: 'the permission for wxacode.get is left out on purpose: shows -604101',
        file: 'index.ts',
      }),
    ])
  })

  test('speaks for its own place only', async () => {
    const body = `// openapi-withheld: wxacode.get -- why\ncloud.openapi.wxacode.get({})\ncloud.openapi.wxacode.get({})`
    const { names, problems } = await check(main(body))
    expect(names).toEqual(['wxacode.get'])
    expect(problems).toContainEqual(expect.objectContaining({ rule: 'openapi-not-listed', line: 5 }))
  })

  test('contradicts a list that has the name', async () => {
    const { problems } = await check(main(`// openapi-withheld: wxacode.get -- why\n${CALL}`), {
      config: configJson('wxacode.get'),
    })
    expect(problems).toContainEqual(
      expect.objectContaining({
        severity: 'error',
        rule: 'openapi-withheld-listed',
        file: 'config.json',
        line: 4,
        mend: expect.stringContaining('index.ts:4'),
      }),
    )
  })

  test.each([
    ['another name', `// openapi-withheld: wxacode.getUnlimited -- why\n${CALL}`],
    ['an empty line below', `// openapi-withheld: wxacode.getUnlimited -- why\n\n${CALL}`],
    ['nothing below', `${CALL}\n// openapi-withheld: wxacode.getUnlimited -- why`],
  ])('is an error if it withholds what is not called there: %s', async (_, body) => {
    const { problems, names } = await check(main(body))
    expect(names).toEqual(['wxacode.get'])
    expect(problems).toContainEqual(
      expect.objectContaining({
        severity: 'error',
        rule: 'openapi-withheld-unused',
        message: expect.stringContaining('wxacode.getUnlimited'),
      }),
    )
  })

  test('is an error without a reason', async () => {
    const { problems } = await check(main(`// openapi-withheld: wxacode.get\n${CALL}`))
    expect(problems).toContainEqual(
      expect.objectContaining({
        severity: 'error',
        rule: 'openapi-comment',
        message: expect.stringContaining('it gives no reason'),
      }),
    )
    expect(problems).toContainEqual(expect.objectContaining({ rule: 'openapi-not-listed' }))
  })

  test('is heard in a function that does not use the SDK', async () => {
    const { problems } = await check('export const main = () =>\n  // openapi-withheld: a.b -- why\n  1\n')
    expect(problems).toEqual([expect.objectContaining({ rule: 'openapi-withheld-unused', line: 2 })])
  })
})
