import { installedBrowsers } from '../../../../scripts/screenshots/browser/installed-browsers'

const on = (platform: NodeJS.Platform, env: Record<string, string>) =>
  installedBrowsers({ platform, env, homeDir: '/home/ann' })

test('on Linux browsers are looked for in the folders of PATH, Chrome before Chromium before Edge', () => {
  expect(on('linux', { PATH: '/usr/bin:/snap/bin' }).slice(2, 6)).toEqual([
    '/usr/bin/google-chrome',
    '/snap/bin/google-chrome',
    '/usr/bin/chromium',
    '/snap/bin/chromium',
  ])
  expect(on('linux', { PATH: '/usr/bin' }).at(-1)).toBe('/usr/bin/microsoft-edge')
})

test('on Linux a folder of PATH that is none of the system is not looked into', () => {
  expect(on('linux', { PATH: ':.:node_modules/.bin' })).toEqual([])
  expect(on('linux', {})).toEqual([])
})

test('on macOS browsers are looked for in both folders of applications', () => {
  expect(on('darwin', {})).toEqual([
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/home/ann/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/home/ann/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    '/home/ann/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ])
})

test('on Windows browsers are looked for where programs are installed, for all users and for one', () => {
  const env = { ProgramFiles: 'C:\\Program Files', LOCALAPPDATA: 'C:\\Users\\ann\\AppData\\Local' }
  const found = on('win32', env)
  expect(found[0]).toBe('C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe')
  expect(found).toContain('C:\\Users\\ann\\AppData\\Local\\Google\\Chrome\\Application\\chrome.exe')
  expect(found).toContain('C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe')
  expect(on('win32', {})).toEqual([])
})
