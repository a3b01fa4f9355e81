import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import {
  type LocalCloud,
  type LocalCloudOptions,
  type LogEvent,
  startLocalCloud,
} from '../../../../scripts/local-cloud'
import { KIT_ROOT } from '../../support/projects'
import { FIXTURE_FUNCTIONS } from './fixture-functions'

// a cold start takes a tenth of a second on an idle machine, and much longer on a busy one
jest.setTimeout(30_000)

/** A cloud with what it said. */
export interface TestCloud extends LocalCloud {
  events: LogEvent[]
}

/** Temporary folders that are removed after the tests of a file. */
export function useFolders(): (files?: Record<string, string>) => string {
  const folders: string[] = []
  afterAll(() => {
    for (const folder of folders) rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  })
  return (files = {}) => {
    const folder = mkdtempSync(join(tmpdir(), 'local-cloud-test-'))
    folders.push(folder)
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, file)), { recursive: true })
      writeFileSync(join(folder, file), text)
    }
    return folder
  }
}

/** Clouds that are stopped after the tests of a file. They run the fixtures unless `functionsDir` says otherwise. */
export function useClouds(): (options?: Partial<LocalCloudOptions>) => Promise<TestCloud> {
  const clouds: LocalCloud[] = []
  afterAll(() => Promise.all(clouds.map(cloud => cloud.stop())))
  return async options => {
    const events: LogEvent[] = []
    const cloud = await startLocalCloud({
      functionsDir: FIXTURE_FUNCTIONS,
      projectRoot: KIT_ROOT,
      variablesFile: join(FIXTURE_FUNCTIONS, 'no-variables.json'),
      log: event => events.push(event),
      ...options,
    })
    clouds.push(cloud)
    return Object.assign(cloud, { events })
  }
}

/** A folder of functions of its own: some fixtures, which may then be changed. */
export function copyFunctions(folder: string, ...names: string[]): string {
  for (const name of names) cpSync(join(FIXTURE_FUNCTIONS, name), join(folder, name), { recursive: true })
  return folder
}

/** What a call fails with, or a complaint that it did not fail. */
export async function failureOf(
  call: Promise<unknown>,
): Promise<{ errCode?: number; errMsg?: string; message: string }> {
  try {
    await call
  } catch (error) {
    return error as Error
  }
  throw new Error('the call was expected to fail, and did not')
}

/** Waits until something is there; the test's own time limit ends it. */
export async function until<T>(look: () => T | undefined): Promise<T> {
  for (;;) {
    const found = look()
    if (found !== undefined) return found
    await new Promise(resolve => setTimeout(resolve, 5))
  }
}
