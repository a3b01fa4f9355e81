import { randomBytes, randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type FunctionCalls, openFunctionCalls } from './calls/function-calls'
import type { DataFolder } from './data-folder'
import { type DatabaseService, openDatabase } from './database'
import { type FaultList, openFaultList } from './faults/fault-list'
import { seededRandom } from './faults/random'
import { type BuiltFunctions, openBuiltFunctions } from './functions/built-functions'
import { openSettings, type SettingsStore } from './functions/function-settings'
import { readFunctionVariables } from './functions/function-variables'
import { openStage, type Stage } from './https-apis/staged-answers'
import { createOpenapi, type Openapi } from './openapi'
import type { Settled } from './options'
import { type Rules, readRuleFiles } from './rule-files'
import { openRuntime, type Runtime } from './runtime/runtime'
import { openStorage, type Storage } from './storage/storage'

/** The platform's own limit on uploads is undocumented. */
const MAX_FILE_BYTES = 100 * 1024 * 1024

/** Everything that a cloud consists of, but the door. */
export interface Services {
  functions: BuiltFunctions
  settings: SettingsStore
  runtime: Runtime
  calls: FunctionCalls
  faults: FaultList
  database: DatabaseService
  storage: Storage
  openapi: Openapi
  /** What the HTTPS APIs are to answer. */
  stage: Stage
  rules(): Rules
  /** Reads rules and variables anew. @throws LocalCloudError `bad-file` */
  reload(): void
  /** Empties database and storage, forgets what was sent and what was set for functions. */
  reset(): Promise<void>
  close(): Promise<void>
}

/** @param url the gateway's address, known before anything asks for it */
export function openServices(options: Settled, data: DataFolder, url: () => string): Services {
  const { env, now, log, projectRoot } = options
  const notice = (text: string) => log({ kind: 'notice', text })
  const functions = openBuiltFunctions(options.functionsDir, notice)

  let variables = readFunctionVariables(options.variablesFile)
  let rules = readRuleFiles(options, notice)
  const settings = openSettings({
    timeLimitMs: options.timeoutMs,
    memoryMb: options.memoryMb,
    variablesOf: name => variables.of(name),
  })
  const runtime = openRuntime({
    env,
    region: 'ap-shanghai',
    url,
    settingsOf: settings.of,
    loadLimitMs: options.loadTimeoutMs,
    maxInstances: options.maxInstances,
    idleMs: options.idleMs,
    modulesDir: join(projectRoot, 'node_modules'),
    workDir: data.work,
    newId: randomUUID,
    log,
  })
  const faults = openFaultList(options.faults)
  const calls = openFunctionCalls({
    env,
    functions,
    runtime,
    faults,
    timeLimitMs: built => settings.of(built).timeLimitMs,
    now,
    random: seededRandom(options.seed),
    newId: randomUUID,
    sleep: ms => sleep(ms),
    notice,
  })
  const storage = openStorage({ dir: data.storage, env, url, maxBytes: MAX_FILE_BYTES, now })
  const stage = openStage()
  const pages = options.pages ? { pages: options.pages } : {}
  const openapi = createOpenapi({ now, newId: randomUUID, log: notice, ...pages })
  // last, for it holds a lock from here on
  const database = openDatabase({ dir: data.database, now, newId: documentId })
  return {
    functions,
    settings,
    runtime,
    calls,
    faults,
    database,
    storage,
    openapi,
    stage,
    rules: () => rules,
    reload() {
      rules = readRuleFiles(options, notice)
      variables = readFunctionVariables(options.variablesFile)
    },
    async reset() {
      settings.reset()
      openapi.reset()
      stage.reset()
      await database.reset()
      await storage.objects.reset()
    },
    async close() {
      await runtime.stop()
      await database.close()
    },
  }
}

/** 32 hexadecimal digits, as the ids in the platform's answers have. */
function documentId(): string {
  return randomBytes(16).toString('hex')
}
