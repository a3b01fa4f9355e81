import { check } from './project'

const IMPORT = `import cloud from 'wx-server-sdk'\n`

describe('checkPermissions() names places in the TypeScript sources', () => {
  test('of a call', async () => {
    const { calls } = await check(
      `${IMPORT}interface A {\n  b: string\n}\nexport const main = async (event: A) => {\n  const code: unknown = await cloud.openapi.wxacode.get({ path: event.b })\n  return code\n}\n`,
    )
    expect(calls).toEqual([{ name: 'wxacode.get', file: 'index.ts', line: 6, column: 31 }])
  })

  test('of a call that is written over several lines: where it begins', async () => {
    const { calls } = await check(
      `${IMPORT}export const main = () => {\n  return cloud\n    .openapi\n    .wxacode\n    .get({})\n}\n`,
    )
    expect(calls).toEqual([{ name: 'wxacode.get', file: 'index.ts', line: 3, column: 10 }])
  })

  test('of a call in a shared module', async () => {
    const { calls } = await check({
      'index.ts': `import { send } from '../shared/deep/send'\nexport const main = send\n`.replace('..', '.'),
      'shared/deep/send.ts': `${IMPORT}type X = 1\nexport const send = (x: X) => cloud.openapi.a.b(x)\n`,
    })
    expect(calls).toEqual([{ name: 'a.b', file: 'shared/deep/send.ts', line: 3, column: 31 }])
  })

  test('of a call through an alias: where it is called', async () => {
    const { calls } = await check(
      `${IMPORT}const { get } = cloud.openapi.wxacode\n\nexport const main = () => get({})\n`,
    )
    expect(calls).toEqual([{ name: 'wxacode.get', file: 'index.ts', line: 4, column: 27 }])
  })

  test('of a name that is passed on: where it is passed, not where it is called', async () => {
    const { calls } = await check(
      `${IMPORT}const retry = (call: any) => call()\nexport const main = () => retry(cloud.openapi.a.b)\n`,
    )
    expect(calls).toEqual([{ name: 'a.b', file: 'index.ts', line: 3, column: 33 }])
  })

  test('of a name that gets out of sight: where it is passed on', async () => {
    const { calls } = await check(
      `${IMPORT}const { get } = cloud.openapi.wxacode\n\nexport const main = (event: any) => event.use(get)\n`,
    )
    expect(calls).toEqual([{ name: 'wxacode.get', file: 'index.ts', line: 4, column: 47 }])
  })

  test('after wide characters, counted in UTF-16 units', async () => {
    const { calls } = await check(`${IMPORT}export const main = () => ['中文😀', cloud.openapi.a.b()]\n`)
    expect(calls).toEqual([{ name: 'a.b', file: 'index.ts', line: 2, column: 36 }])
  })

  test('in a file with CRLF', async () => {
    const { calls } = await check(
      `${IMPORT}\nexport const main = () => {\n  cloud.openapi.a.b()\n}\n`.replaceAll('\n', '\r\n'),
    )
    expect(calls).toEqual([{ name: 'a.b', file: 'index.ts', line: 4, column: 3 }])
  })

  test('of a value that gets out of sight, and of a name that is not known', async () => {
    const { problems } = await check(
      `${IMPORT}export const main = (event: any) => {\n  event.use(1, cloud)\n  return cloud.openapi[event.name]()\n}\n`,
    )
    expect(problems).toEqual([
      expect.objectContaining({
        severity: 'error',
        rule: 'openapi-escapes',
        file: 'index.ts',
        line: 3,
        column: 16,
      }),
      expect.objectContaining({
        severity: 'error',
        rule: 'openapi-dynamic',
        file: 'index.ts',
        line: 4,
        column: 10,
      }),
    ])
  })

  test('of the place where main hands out the SDK', async () => {
    const { problems } = await check(
      `${IMPORT}const all = () => {\n  return { cloud }\n}\nexport const main = () => all()\n`,
    )
    expect(problems).toEqual([expect.objectContaining({ rule: 'openapi-escapes', line: 5 })])
  })

  test('says each finding once for each place', async () => {
    const { calls } = await check(
      `${IMPORT}const send = (api: any) => api.a.b()\nexport const main = () => {\n  send(cloud.openapi)\n  send(cloud.openapi)\n  return cloud.openapi.a.b()\n}\n`,
    )
    expect(calls.map(({ line }) => line)).toEqual([2, 6])
  })
})

test('checkPermissions() explains what is wrong and what to do', async () => {
  const { problems } = await check(
    `${IMPORT}export const main = async (event: any) => {\n  event.use(cloud.openapi.wxacode)\n  await cloud.openapi.wxacode.get\n  cloud.openapi.ocr()\n}\n`,
  )
  expect(problems.map(({ message, mend }) => ({ message, mend }))).toEqual([
    {
      message:
        'cloud.openapi.wxacode goes where its openapi calls cannot be read from the code: it is passed to a function whose code is not in sight',
      mend: expect.stringContaining('// openapi-calls: '),
    },
    {
      message:
        'cloud.openapi.wxacode.get is taken for a promise: JavaScript asks it for "then", and so calls an openapi named "wxacode.get.then"',
      mend: 'call it first: cloud.openapi.wxacode.get(...)',
    },
    {
      message: 'cloud.openapi.ocr() is not an openapi: a name has at least two parts, such as wxacode.get',
      mend: expect.stringContaining('cloud.openapi({ appid })'),
    },
  ])
})
