import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import type { Browser, LaunchOptions } from 'playwright-core'
import { KitError } from '../../project/kit-error'
import { BROWSER_CACHE, unpackBrowser } from './bundled-browser'
import { installedBrowsers } from './installed-browsers'

const ADVICE = `Install Google Chrome, Chromium or Microsoft Edge, or set CHROME_PATH to the program of one.
On Linux (x64) the browser inside @sparticuz/chromium should have started: is node_modules complete?`

type Way = { what: string; options: () => Promise<LaunchOptions> }

/**
 * Starts a browser without a window: the one that `CHROME_PATH` names and no other; else the one that npm has brought
 * along (Linux on x64), else an installed one.
 *
 * @throws KitError `tool-missing` if none starts; says what was tried and what to install
 */
export async function launchBrowser(env: NodeJS.ProcessEnv = process.env): Promise<Browser> {
  const { chromium } = require('playwright-core') as typeof import('playwright-core')
  const failures: string[] = []
  for (const { what, options } of ways(env)) {
    try {
      return await chromium.launch({ chromiumSandbox: canSandbox(env), ...(await options()) })
    } catch (error) {
      // whatever is wrong with one browser, the next may start; what was wrong is told if none does
      failures.push(`  ${what}: ${firstWords(error)}`)
    }
  }
  const tried = failures.length > 0 ? `\ntried:\n${failures.join('\n')}` : ''
  throw new KitError('tool-missing', `no browser starts on this machine${tried}\n${ADVICE}`)
}

function ways(env: NodeJS.ProcessEnv): Way[] {
  const { platform, arch } = process
  if (env.CHROME_PATH)
    return [
      { what: `CHROME_PATH ${env.CHROME_PATH}`, options: async () => ({ executablePath: env.CHROME_PATH }) },
    ]
  const bundled: Way = {
    what: '@sparticuz/chromium',
    async options() {
      const { executable, fontsFile, librariesDir } = await unpackBrowser(BROWSER_CACHE)
      const libraries = [librariesDir, env.LD_LIBRARY_PATH].filter(path => path).join(':')
      return {
        executablePath: executable,
        env: { ...definedOnly(env), FONTCONFIG_FILE: fontsFile, LD_LIBRARY_PATH: libraries },
      }
    },
  }
  const installed = installedBrowsers({ platform, env, homeDir: homedir() }).filter(path => existsSync(path))
  return [
    ...(platform === 'linux' && arch === 'x64' ? [bundled] : []),
    ...installed.map(path => ({ what: path, options: async () => ({ executablePath: path }) })),
  ]
}

/** Chromium refuses its sandbox to root, and containers of build servers commonly have none to give. */
function canSandbox(env: NodeJS.ProcessEnv): boolean {
  return process.getuid?.() !== 0 && !env.CI
}

/** The line of a failed start that says why; the rest is the command line and what the browser chatted. */
function firstWords(error: unknown): string {
  const lines = (error instanceof Error ? error.message : String(error)).split('\n')
  const telling = lines.find(line =>
    /error while loading|No usable sandbox|cannot open|not found/i.test(line),
  )
  return (telling ?? lines[0] ?? '').trim().slice(0, 300)
}

function definedOnly(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  )
}
