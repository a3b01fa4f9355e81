import { findDevTools, type Machine } from '../../../scripts/deployed/find-devtools'

const MAC = '/Applications/wechatwebdevtools.app/Contents/MacOS/cli'
const WINDOWS = 'C:\\Program Files (x86)\\Tencent\\微信web开发者工具\\cli.bat'

function machine(platform: NodeJS.Platform, files: string[], variables: Machine['variables'] = {}): Machine {
  return { platform, variables, exists: path => files.includes(path) }
}

const WINDOWS_VARIABLES = {
  'ProgramFiles(x86)': 'C:\\Program Files (x86)',
  ProgramFiles: 'C:\\Program Files',
}

test.each([
  ['macOS, for all users', machine('darwin', [MAC]), MAC],
  [
    'macOS, for one user',
    machine('darwin', [`/Users/ann${MAC}`], { HOME: '/Users/ann' }),
    `/Users/ann${MAC}`,
  ],
  ['Windows, 32 bit', machine('win32', [WINDOWS], WINDOWS_VARIABLES), WINDOWS],
  [
    'Windows, 64 bit',
    machine('win32', [WINDOWS.replace(' (x86)', '')], WINDOWS_VARIABLES),
    WINDOWS.replace(' (x86)', ''),
  ],
  [
    'where WECHAT_DEVTOOLS_CLI says',
    machine('linux', ['/opt/cli'], { WECHAT_DEVTOOLS_CLI: '/opt/cli' }),
    '/opt/cli',
  ],
  [
    'where WECHAT_DEVTOOLS_CLI says, though there is another',
    machine('darwin', [MAC, '/opt/cli'], { WECHAT_DEVTOOLS_CLI: '/opt/cli' }),
    '/opt/cli',
  ],
])('findDevTools() finds it on %s', (_, given, expected) => {
  expect(findDevTools(given)).toBe(expected)
})

test.each([
  ['Linux', machine('linux', []), /no documented version of it for linux\. Set WECHAT_DEVTOOLS_CLI/],
  ['macOS', machine('darwin', []), /it is not at \/Applications\/wechatwebdevtools\.app/],
  [
    'Windows',
    machine('win32', [], WINDOWS_VARIABLES),
    /Program Files \(x86\).* nor at C:\\Program Files\\Tencent/,
  ],
  [
    'a wrong WECHAT_DEVTOOLS_CLI',
    machine('darwin', [MAC], { WECHAT_DEVTOOLS_CLI: '/nowhere/cli' }),
    /WECHAT_DEVTOOLS_CLI names \/nowhere\/cli, and there is no such file/,
  ],
])('findDevTools() says where it looked on %s', (_, given, message) => {
  const act = () => findDevTools(given)
  expect(act).toThrow(message)
  expect(act).toThrow(expect.objectContaining({ code: 'tool-missing' }))
})
