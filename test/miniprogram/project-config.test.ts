import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'

const root = path.resolve(__dirname, '../..')
const read = (file: string) => JSON.parse(readFileSync(path.join(root, file), 'utf8'))
const config = read('project.config.json')

test('project.config.json shows DevTools the mini program and the built functions', () => {
  expect(config).toMatchObject({
    appid: 'touristappid',
    compileType: 'miniprogram',
    miniprogramRoot: 'miniprogram/',
    cloudfunctionRoot: 'dist/cloudfunctions/',
  })
  expect(existsSync(path.join(root, config.miniprogramRoot, 'app.json'))).toBe(true)
})

test('project.config.json compiles TypeScript, compresses everything and pins a base library', () => {
  expect(config.setting).toMatchObject({
    useCompilerPlugins: ['typescript'],
    es6: true,
    enhance: true,
    minified: true,
    minifyWXML: true,
    minifyWXSS: true,
    urlCheck: false,
  })
  expect(config.libVersion).toMatch(/^3\.\d+\.\d+$/)
})

test.each(['beforeCompile', 'beforePreview', 'beforeUpload'])('%s runs a script that exists', hook => {
  const [, script] = /^npm run (\S+)$/.exec(config.scripts[hook]) ?? []
  expect(Object.keys(read('package.json').scripts)).toContain(script)
})

test('project.config.json leaves out of the package what phones do not need', () => {
  const { ignore } = config.packOptions as { ignore: { type: string; value: string }[] }
  expect(ignore).toContainEqual({ type: 'suffix', value: '.md' })
  const paths = ignore.filter(({ type }) => type === 'file' || type === 'folder').map(({ value }) => value)
  expect(paths.sort()).toEqual(['tsconfig.json', 'typings'])
  for (const value of paths) expect(existsSync(path.join(root, config.miniprogramRoot, value))).toBe(true)
})

test('the settings of one developer are not for everybody', () => {
  expect(readFileSync(path.join(root, '.gitignore'), 'utf8')).toMatch(/^project\.private\.config\.json$/m)
})
