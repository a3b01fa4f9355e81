import { existsSync } from 'node:fs'
import { posix, win32 } from 'node:path'
import { KitError } from '../project/kit-error'

/** Names the command line of DevTools where it is not found by itself. */
export const DEVTOOLS_VARIABLE = 'WECHAT_DEVTOOLS_CLI'

export interface Machine {
  platform: NodeJS.Platform
  variables: Readonly<Record<string, string | undefined>>
  exists(path: string): boolean
}

const THIS_MACHINE: Machine = { platform: process.platform, variables: process.env, exists: existsSync }

/**
 * The command line of WeChat DevTools: the one that `WECHAT_DEVTOOLS_CLI` names, else where the installer puts it.
 * `<install>/Contents/MacOS/cli` on macOS, `<install>/cli.bat` on Windows; no other system is documented.
 * https://developers.weixin.qq.com/miniprogram/dev/devtools/cli.html
 *
 * @throws KitError `tool-missing`
 */
export function findDevTools(machine: Machine = THIS_MACHINE): string {
  const { platform, variables, exists } = machine
  const named = variables[DEVTOOLS_VARIABLE]
  if (named) {
    if (exists(named)) return named
    throw new KitError('tool-missing', `${DEVTOOLS_VARIABLE} names ${named}, and there is no such file`)
  }
  const candidates = installPaths(machine)
  const found = candidates.find(exists)
  if (found !== undefined) return found
  const searched =
    candidates.length > 0
      ? `it is not at ${candidates.join(' nor at ')}`
      : `there is no documented version of it for ${platform}`
  throw new KitError(
    'tool-missing',
    `the command line of WeChat DevTools was not found: ${searched}. Set ${DEVTOOLS_VARIABLE} to its cli or cli.bat, or choose another --via`,
  )
}

function installPaths({ platform, variables }: Machine): string[] {
  const APP = 'wechatwebdevtools.app/Contents/MacOS/cli'
  if (platform === 'darwin') {
    const { HOME } = variables
    return ['/Applications', ...(HOME ? [posix.join(HOME, 'Applications')] : [])].map(dir =>
      posix.join(dir, APP),
    )
  }
  if (platform === 'win32') {
    const dirs = [variables['ProgramFiles(x86)'], variables.ProgramFiles, variables.ProgramW6432]
    return [...new Set(dirs.filter(dir => dir !== undefined))].map(dir =>
      win32.join(dir, 'Tencent', '微信web开发者工具', 'cli.bat'),
    )
  }
  return []
}
