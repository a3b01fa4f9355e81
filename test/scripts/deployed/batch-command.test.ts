import { batchCommand, isBatchFile } from '../../../scripts/deployed/batch-command'

const CMD = 'C:\\Windows\\system32\\cmd.exe'
const CLI = 'C:\\Program Files (x86)\\Tencent\\微信web开发者工具\\cli.bat'

test('batchCommand() names variables only, each in quotes, and puts the values into the environment', () => {
  const command = batchCommand(CLI, ['list', '--project', 'D:\\a & b\\%PATH%'], CMD)
  expect(command).toEqual({
    file: CMD,
    args: [
      '/d',
      '/v:off',
      '/s',
      '/c',
      '""%KIT_ARGUMENT_0%" "%KIT_ARGUMENT_1%" "%KIT_ARGUMENT_2%" "%KIT_ARGUMENT_3%""',
    ],
    env: {
      KIT_ARGUMENT_0: CLI,
      KIT_ARGUMENT_1: 'list',
      KIT_ARGUMENT_2: '--project',
      KIT_ARGUMENT_3: 'D:\\a & b\\%PATH%',
    },
    windowsVerbatimArguments: true,
  })
})

test('batchCommand() doubles a backslash that would take the closing quote for its own', () => {
  expect(batchCommand(CLI, ['D:\\'], CMD).env.KIT_ARGUMENT_1).toBe('D:\\\\')
})

test.each(['a"b', 'a\nb', 'a\rb', ''])('batchCommand() refuses %p', value => {
  expect(() => batchCommand(CLI, [value], CMD)).toThrow(expect.objectContaining({ code: 'usage' }))
})

test.each([
  ['cli.bat', true],
  ['npx.CMD', true],
  ['/Applications/wechatwebdevtools.app/Contents/MacOS/cli', false],
  ['bat', false],
])('isBatchFile(%p) is %p', (file, expected) => {
  expect(isBatchFile(file)).toBe(expected)
})
