import { posix, win32 } from 'node:path'

/** What is asked of a machine to find its browsers. */
export interface Machine {
  platform: NodeJS.Platform
  /** Environment variables; on Windows under the names that are usual there. */
  env: Readonly<Record<string, string | undefined>>
  homeDir: string
}

const LINUX_NAMES = [
  'google-chrome-stable',
  'google-chrome',
  'chromium',
  'chromium-browser',
  'microsoft-edge-stable',
  'microsoft-edge',
]
const MAC_NAMES = ['Google Chrome', 'Chromium', 'Microsoft Edge']
const WINDOWS_PATHS = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Chromium\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
]

/** Where Chrome, Chromium or Edge would be installed, the best first. Whether anything is there is another matter. */
export function installedBrowsers({ platform, env, homeDir }: Machine): string[] {
  if (platform === 'win32') {
    const folders = [env.ProgramFiles, env['ProgramFiles(x86)'], env.LOCALAPPDATA].filter(isSet)
    return WINDOWS_PATHS.flatMap(path => folders.map(folder => win32.join(folder, path)))
  }
  if (platform === 'darwin') {
    const folders = ['/Applications', posix.join(homeDir, 'Applications')]
    return MAC_NAMES.flatMap(name => folders.map(dir => `${dir}/${name}.app/Contents/MacOS/${name}`))
  }
  // a relative entry of PATH would be looked for in the current folder, which may be anybody's
  const folders = (env.PATH ?? '').split(':').filter(folder => folder.startsWith('/'))
  return LINUX_NAMES.flatMap(name => folders.map(folder => posix.join(folder, name)))
}

function isSet(text: string | undefined): text is string {
  return text !== undefined && text !== ''
}
