import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Contract, Reply } from '../../../cloudfunctions/contract'
import {
  type CallOptions,
  type LocalCloud,
  type LocalCloudOptions,
  type LogEvent,
  startLocalCloud,
} from '../../../scripts/local-cloud'
import { buildFunctions } from './build-functions'

type FunctionName = keyof Contract

/** The part of a local cloud that tests of functions use. */
export interface FunctionCloud
  extends Pick<LocalCloud, 'database' | 'storage' | 'openapi' | 'sent' | 'fireTimer' | 'url'> {
  /**
   * Calls a function as the mini program would; the input may be wrong.
   * @returns the reply of the function
   * @throws CloudCallError with what `fail` receives
   */
  call<Name extends FunctionName>(
    name: Name,
    data?: object,
    options?: CallOptions,
  ): Promise<Reply<Contract[Name]['output']>>
  /** What functions printed, and what the cloud said of them, since the test began. */
  readonly events: readonly LogEvent[]
  /** Empties everything. Then not even the collections are there that each test finds. */
  reset(): Promise<void>
  /** Lists further openapi names in the built `config.json` of a function, until the end of the file. */
  allow(name: FunctionName, ...openapi: string[]): void
}

export interface UseLocalCloudOptions
  extends Pick<LocalCloudOptions, 'env' | 'pages' | 'faults' | 'errCodes'> {
  /** By function, or `*` for all. */
  variables?: Record<string, Record<string, string>>
}

/**
 * Runs the named functions, as the build makes them, in a local cloud for this test file. Each test finds the
 * collections of `database.rules.json`, and nothing in them.
 *
 * ```ts
 * const cloud = useLocalCloud(['login'])
 * test('...', async () => expect(await cloud.call('login', {}, { openid: 'oA' })).toMatchObject({ ok: true }))
 * ```
 */
export function useLocalCloud(
  names: readonly FunctionName[],
  { variables = {}, ...options }: UseLocalCloudOptions = {},
): FunctionCloud {
  const events: LogEvent[] = []
  let root: string
  let cloud: LocalCloud
  let collections: string[]

  beforeAll(async () => {
    root = await buildFunctions(names)
    const variablesFile = join(root, '.env.functions.json')
    writeFileSync(variablesFile, JSON.stringify(variables))
    const databaseRules = join(root, 'cloudfunctions/database.rules.json')
    collections = Object.keys(JSON.parse(readFileSync(databaseRules, 'utf8')))
    cloud = await startLocalCloud({
      functionsDir: join(root, 'dist/cloudfunctions'),
      databaseRules,
      storageRules: join(root, 'cloudfunctions/storage.rules.json'),
      variablesFile,
      // A busy machine is no reason to fail: the limit of the platform is tested elsewhere.
      timeoutMs: 60_000,
      log: event => events.push(event),
      ...options,
    })
  }, 60_000)
  beforeEach(async () => {
    await cloud.reset()
    for (const collection of collections) await cloud.database.insert(collection)
    events.length = 0
  })
  afterAll(async () => {
    await cloud?.stop()
    if (root) rmSync(root, { recursive: true, force: true, maxRetries: 5 })
  })

  return {
    events,
    get url() {
      return cloud.url
    },
    get database() {
      return cloud.database
    },
    get storage() {
      return cloud.storage
    },
    get openapi() {
      return cloud.openapi
    },
    sent: () => cloud.sent(),
    fireTimer: name => cloud.fireTimer(name),
    reset: () => cloud.reset(),
    async call(name, data = {}, callOptions = {}) {
      const { result } = await cloud.call(name, data as Record<string, unknown>, callOptions)
      return result as never
    },
    allow(name, ...openapi) {
      const file = join(root, 'dist/cloudfunctions', name, 'config.json')
      const config = JSON.parse(readFileSync(file, 'utf8'))
      config.permissions.openapi.push(...openapi)
      writeFileSync(file, JSON.stringify(config))
    },
  }
}
