import { instanceEnvironment } from '../../../../scripts/local-cloud/runtime/instance-environment'
import { failureOf, type TestCloud, useClouds, useFolders } from '../support/use-clouds'

const startCloud = useClouds()
const makeFolder = useFolders()

interface Echo {
  event: Record<string, unknown>
  context: Record<string, unknown>
  caller: Record<string, unknown>
  environment: Record<string, string>
  arguments: string[]
  execArguments: string[]
}

let cloud: TestCloud

beforeAll(async () => {
  const folder = makeFolder({
    '.env.functions.json': JSON.stringify({
      '*': { SHARED: 'for all', TZ: 'Asia/Shanghai' },
      echo: { SHARED: 'for echo', API_KEY: 'k' },
      openapi: { API_KEY: 'of another function' },
    }),
  })
  cloud = await startCloud({ variablesFile: `${folder}/.env.functions.json`, openid: 'oDefault' })
})

const echo = async (
  ...options: Parameters<TestCloud['call']> extends [string, ...infer Rest] ? Rest : never
) => (await cloud.call('echo', ...options)).result as Echo

test('a function sees the names that the platform sets, its own variables, and nothing of the developer', async () => {
  expect(Object.keys(process.env)).toContain('PATH')
  const { environment } = await echo()
  expect(
    Object.keys(environment)
      .filter(name => !/^(SystemRoot|TEMP|TMP)$/i.test(name))
      .sort(),
  ).toEqual([
    'API_KEY',
    'SCF_FUNCTIONNAME',
    'SCF_NAMESPACE',
    'SHARED',
    'TCB_CONTEXT_CNFG',
    'TCB_CONTEXT_KEYS',
    'TCB_ENV',
    'TCB_SOURCE',
    'TENCENTCLOUD_REGION',
    'TENCENTCLOUD_RUNENV',
    'TENCENTCLOUD_SECRETID',
    'TENCENTCLOUD_SECRETKEY',
    'TENCENTCLOUD_SESSIONTOKEN',
    'TZ',
    'WX_API_TOKEN',
    'WX_APPID',
    'WX_CLIENTIP',
    'WX_CONTEXT_KEYS',
    'WX_OPENID',
    '_SCF_TCB_LOG',
  ])
  expect(environment).toMatchObject({
    API_KEY: 'k',
    SHARED: 'for echo',
    TZ: 'Asia/Shanghai',
    TCB_ENV: 'local-env',
    TENCENTCLOUD_RUNENV: 'SCF',
  })
})

test('a function sees neither arguments nor options of the cloud around it', async () => {
  const { arguments: args, execArguments } = await echo()
  expect(args).toEqual([])
  expect(execArguments).toEqual(['--max-old-space-size=256'])
})

test('the caller comes from the cloud: the default user, or the one of the call', async () => {
  expect((await echo()).caller).toEqual({
    OPENID: 'oDefault',
    APPID: 'wx0000000000000000',
    CLIENTIP: '127.0.0.1',
    ENV: 'local-env',
    SOURCE: 'wx_client',
  })
  expect((await echo({}, { openid: 'oOther', source: 'wx_devtools' })).caller).toMatchObject({
    OPENID: 'oOther',
    SOURCE: 'wx_devtools',
  })
})

test('the event carries what was sent, and who sent it, which nobody can forge', async () => {
  const { event } = await echo({ a: 1, userInfo: { openId: 'oForged' } }, { openid: 'oReal' })
  expect(event).toEqual({ a: 1, userInfo: { appId: 'wx0000000000000000', openId: 'oReal' } })
})

test('the context describes the function and the call as SCF does', async () => {
  const { requestID, result } = await cloud.call('echo')
  const { context } = result as Echo
  expect(context).toMatchObject({
    request_id: requestID,
    function_name: 'echo',
    namespace: 'local-env',
    memory_limit_in_mb: 256,
    time_limit_in_ms: 3000,
  })
  expect(JSON.parse(String(context.environment))).toMatchObject({
    WX_OPENID: 'oDefault',
    TCB_SOURCE: 'wx_client',
  })
})

test('a timer that follows a user in the same process finds no trace of the user', async () => {
  const user = await cloud.call('cleanup')
  const timer = await cloud.fireTimer('cleanup')
  expect((user.result as Echo).caller).toMatchObject({ OPENID: 'oDefault' })
  expect((timer.result as Echo).caller).toEqual({ ENV: 'local-env', SOURCE: 'wx_trigger' })
})

test('on Windows a process gets what Windows needs to start one, and no more of the host', () => {
  const facts = { functionName: 'f', env: 'e', region: 'r', url: 'u', secretId: 's', variables: {} }
  const hostEnvironment = {
    SystemRoot: 'C:\\Windows',
    TEMP: 'C:\\T',
    TMP: 'C:\\T',
    PATH: 'C:\\bin',
    USERNAME: 'me',
  }
  const windows = instanceEnvironment(facts, { platform: 'win32', hostEnvironment })
  expect(windows).toMatchObject({ SystemRoot: 'C:\\Windows', TEMP: 'C:\\T' })
  expect(windows).not.toHaveProperty('PATH')
  expect(instanceEnvironment(facts, { platform: 'linux', hostEnvironment })).not.toHaveProperty('SystemRoot')
})

test.each([
  ['{', /\.env\.functions\.json:1:2: not valid JSON/],
  ['[]', /must hold an object of functions/],
  ['{ "echo": "KEY=1" }', /"echo" must be an object of variables/],
  ['{ "echo": { "KEY": 1 } }', /"echo"\."KEY" must be a string, it is 1/],
  ['{ "echo": { "1KEY": "1" } }', /"echo"\."1KEY" is not a name for a variable/],
  [
    '{ "echo": { "WX_OPENID": "oForged" } }',
    /"echo"\."WX_OPENID" is a name that the platform keeps for itself/,
  ],
  ['{ "echo": { "NODE_OPTIONS": "--inspect" } }', /"echo"\."NODE_OPTIONS" is a name that the platform keeps/],
  [
    `{ "echo": { "BIG": "${'x'.repeat(4096)}" } }`,
    /the variables of "echo" are 4100 bytes, the platform takes 4096/,
  ],
])('a file of variables that is wrong is refused with its place: %s', async (text, message) => {
  const folder = makeFolder({ '.env.functions.json': text })
  const failure = await failureOf(startCloud({ variablesFile: `${folder}/.env.functions.json` }))
  expect(failure).toMatchObject({
    name: 'LocalCloudError',
    code: 'bad-file',
    message: expect.stringMatching(message),
  })
})
