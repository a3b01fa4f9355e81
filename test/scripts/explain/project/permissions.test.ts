import { explain } from '../../../../scripts/explain/explanation'
import type { PermissionFinding } from '../../../../scripts/explain/project/permissions'
import { openProject } from '../../../../scripts/explain/project/project'
import { configJson, OPENAPI_FUNCTION, PLAIN_FUNCTION, useProjects } from '../../support/projects'

const makeProject = useProjects()

const WITHHELD_FUNCTION = OPENAPI_FUNCTION.replace(
  '  await',
  '  // openapi-withheld: wxacode.getUnlimited -- to see the error\n  await',
)
const DYNAMIC_FUNCTION = `import cloud from 'wx-server-sdk'
export const main = async (event: { name: 'get' }) => {
  await cloud.openapi.wxacode[event.name]({ path: 'p' })
  return { ok: true as const, data: '' }
}
`

async function explainIn(root: string, text: string, functionName?: string) {
  const explanation = await explain(text, { language: 'en', functionName, project: openProject(root) })
  const finding = explanation.project[0] as PermissionFinding
  const { functionName: named, openapi, steps } = explanation
  return {
    functionName: named,
    openapi,
    steps,
    functions: finding.data.functions,
    lines: finding.lines.map(({ en }) => en).join('\n'),
  }
}

const CODE = 'errCode: -604101 function has no permission to call this API'

test('the only function that can have failed is found: what it calls, what is listed, what is missing', async () => {
  const { root } = makeProject({
    'cloudfunctions/code/index.ts': OPENAPI_FUNCTION,
    'cloudfunctions/code/config.json': configJson('wxacode.get'),
    'cloudfunctions/plain/index.ts': PLAIN_FUNCTION,
    'cloudfunctions/right/index.ts': OPENAPI_FUNCTION,
    'cloudfunctions/right/config.json': configJson('wxacode.getUnlimited'),
  })
  const { lines, steps, ...found } = await explainIn(root, CODE)
  expect(found).toEqual({
    functionName: 'code',
    openapi: 'wxacode.getUnlimited',
    functions: [
      {
        name: 'code',
        configFile: 'cloudfunctions/code/config.json',
        hasConfig: true,
        calls: [{ name: 'wxacode.getUnlimited', file: 'cloudfunctions/code/index.ts', line: 3 }],
        listed: ['wxacode.get'],
        missing: ['wxacode.getUnlimited'],
        withheld: [],
        complete: true,
      },
    ],
  })
  expect(lines).toBe(
    [
      'the text names no function; code is the only candidate',
      'code calls wxacode.getUnlimited (cloudfunctions/code/index.ts:3)',
      'cloudfunctions/code/config.json lists wxacode.get',
      'missing: wxacode.getUnlimited. To add it: the same command with --fix --function code',
    ].join('\n'),
  )
  expect(steps[0]).toMatch(/cloudfunctions\/code\/config\.json .*"wxacode\.getUnlimited"/)
})

test('several that can have failed are all shown, and --function is asked for', async () => {
  const { root } = makeProject({
    'cloudfunctions/one/index.ts': OPENAPI_FUNCTION,
    'cloudfunctions/two/index.ts': OPENAPI_FUNCTION,
  })
  const { functions, functionName, lines } = await explainIn(root, CODE)
  expect(functions.map(({ name }) => name)).toEqual(['one', 'two'])
  expect(functionName).toBeUndefined()
  expect(lines).toContain('it can be one of one, two: --function NAME says which')
  expect(lines).toContain('there is no cloudfunctions/two/config.json')
})

test('the text or --function says which one it is', async () => {
  const { root } = makeProject({
    'cloudfunctions/one/index.ts': OPENAPI_FUNCTION,
    'cloudfunctions/two/index.ts': OPENAPI_FUNCTION,
  })
  const named = await explainIn(root, `callFunction({ name: 'two' }) ${CODE}`)
  expect(named.functions.map(({ name }) => name)).toEqual(['two'])
  const chosen = await explainIn(root, CODE, 'one')
  expect(chosen.functions.map(({ name }) => name)).toEqual(['one'])
})

test('the openapi of the text leads to the function that calls it', async () => {
  const { root } = makeProject({
    'cloudfunctions/one/index.ts': OPENAPI_FUNCTION,
    'cloudfunctions/two/index.ts': OPENAPI_FUNCTION.replace('getUnlimited', 'get').replace('scene', 'path'),
  })
  const text = 'errCode: -604101 | errMsg: openapi.wxacode.get:fail system error: error code: -604101'
  expect(await explainIn(root, text)).toMatchObject({ functionName: 'two', openapi: 'wxacode.get' })
})

test('if nothing is missing, it says what else it can be', async () => {
  const project = makeProject({
    'cloudfunctions/one/index.ts': OPENAPI_FUNCTION,
    'cloudfunctions/one/config.json': configJson('wxacode.getUnlimited'),
    'cloudfunctions/two/index.ts': OPENAPI_FUNCTION,
    'cloudfunctions/two/config.json': configJson('wxacode.getUnlimited'),
  })
  const { lines } = await explainIn(project.root, CODE, 'one')
  expect(lines).toContain('nothing is missing there')
  expect(lines).toContain('- dist/cloudfunctions/one/config.json is not there: npm run build')
  expect(lines).toContain('not uploaded with WeChat DevTools')
  expect(lines).toContain('less than ten minutes old')
  expect(lines).toContain('another function failed, whose own config.json counts; the same is called by two')

  project.write('dist/cloudfunctions/one/config.json', configJson())
  expect((await explainIn(project.root, CODE, 'one')).lines).toContain('is older than the sources')
  project.write('dist/cloudfunctions/one/config.json', configJson('wxacode.getUnlimited'))
  expect((await explainIn(project.root, CODE, 'one')).lines).not.toContain('npm run build')
})

test('a permission that is left out on purpose is the cause', async () => {
  const { root } = makeProject({
    'cloudfunctions/one/index.ts': WITHHELD_FUNCTION,
    'cloudfunctions/one/config.json': configJson(),
  })
  const { functionName, openapi, lines } = await explainIn(root, CODE)
  expect([functionName, openapi]).toEqual(['one', 'wxacode.getUnlimited'])
  expect(lines).toContain('left out on purpose by an openapi-withheld comment')
  expect(lines).not.toContain('nothing is missing')
})

test('calls that cannot be read are not passed over', async () => {
  const { root } = makeProject({
    'cloudfunctions/one/index.ts': DYNAMIC_FUNCTION,
    'cloudfunctions/one/config.json': configJson(),
  })
  const { functions, lines } = await explainIn(root, CODE)
  expect(functions).toMatchObject([{ name: 'one', complete: false }])
  expect(lines).toContain('not every call can be read from the code: npm run check says where')
})

test('a function that the project does not have gets the nearest name', async () => {
  const { root } = makeProject({ 'cloudfunctions/qrcode/index.ts': OPENAPI_FUNCTION })
  const { functions, lines } = await explainIn(root, `functionName: "qrcod" ${CODE}`)
  expect(functions).toEqual([])
  expect(lines).toContain('the project has no function qrcod; the nearest name is qrcode')
})

test('an openapi that no function calls comes from somewhere else', async () => {
  const { root } = makeProject({ 'cloudfunctions/one/index.ts': OPENAPI_FUNCTION })
  const text = 'errCode: -604101 | errMsg: openapi.urllink.generate:fail'
  expect((await explainIn(root, text)).lines).toMatch(/no function of this project calls such an openapi/)
  expect((await explainIn(root, text, 'one')).lines).toMatch(
    /speaks of urllink\.generate, which one does not call/,
  )
})
