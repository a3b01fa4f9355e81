import { dirname, join, resolve } from 'node:path'
import type { ErrCodeStyle } from './calls/call-failure'
import { type Fault, parseFault } from './faults/fault'
import { VARIABLES_FILE } from './functions/function-variables'
import { LocalCloudError } from './local-cloud-error'
import type { LogSink } from './runtime/log-event'
import { DEFAULT_OPENID, isOpenid, OPENID_RULE } from './users/openid'

export interface LocalCloudOptions {
  /** The built packages: `<name>/index.js`, `<name>/config.json`. */
  functionsDir: string
  /** Where `node_modules/` is, for packages that functions declare. @default two levels above `functionsDir` */
  projectRoot?: string
  /** Where database, files and logs are kept. @default a temporary folder that `stop()` removes */
  dataDir?: string
  /** 0 for any free one. @default 0 */
  port?: number
  /** Id of the environment. @default 'local-env' */
  env?: string
  /** Of the mini program. @default 'wx0000000000000000' */
  appid?: string
  /** Of the user who calls when nobody says who. */
  openid?: string
  /** Time limit of a call, in milliseconds. @default 3000 */
  timeoutMs?: number
  /** How long a process may take to start and load its function, in milliseconds. @default 15000 */
  loadTimeoutMs?: number
  /** Heap of a function's process, in MB. @default 256 */
  memoryMb?: number
  /**
   * How many calls of one function may run at once, each in a process of its own. Calls that functions make count for
   * themselves, at each depth. @default 8
   */
  maxInstances?: number
  /** A process that has had nothing to do for this long is ended. @default 60000 */
  idleMs?: number
  /** Such as `guestbook:-504003@0.1`; see `parseFault()`. */
  faults?: readonly (string | Fault)[]
  /** Of the random numbers that faults are drawn with. @default 1 */
  seed?: number
  /** Whether `errCode` holds the code or -1, as clients see both. @default 'exact' */
  errCodes?: ErrCodeStyle
  /** Path of `database.rules.json`. Without a file no collection allows the mini program anything. */
  databaseRules?: string
  /** Path of `storage.rules.json`. Without a file everybody reads, the creator writes. */
  storageRules?: string
  /** The functions' variables. @default `.env.functions.json` in `projectRoot` */
  variablesFile?: string
  /** The mini program's pages, for openapi calls that check them. */
  pages?: () => readonly string[]
  /** Whether timers run by their cron. @default false */
  timers?: boolean
  /** Has a process of each function ready before the first call. @default false */
  warm?: boolean
  /** Further origins whose pages may ask, such as `http://127.0.0.1:5173`. */
  origins?: readonly string[]
  /** Answers what the cloud has no route for; undefined if it has nothing there either. */
  site?: Site
  /** Takes everything that a developer should see. */
  log?: LogSink
  /** Milliseconds since 1970. */
  now?: () => number
}

/** Something that is served beside the cloud, on the same origin and behind the same guard. */
export type Site = (request: Request) => Response | undefined | Promise<Response | undefined>

/** The options with every default filled in, and checked. */
export type Settled = Required<
  Omit<LocalCloudOptions, 'faults' | 'dataDir' | 'databaseRules' | 'storageRules' | 'pages' | 'site'>
> & {
  faults: Fault[]
  dataDir: string | undefined
  databaseRules: string | undefined
  storageRules: string | undefined
  pages: (() => readonly string[]) | undefined
  site: Site | undefined
}

/** What the platform and the SDK take for the id of an environment. */
const ENV_ID = /^[a-z0-9][a-z0-9_-]{1,39}$/

/** @throws LocalCloudError `bad-option` */
export function settleOptions(options: LocalCloudOptions): Settled {
  const functionsDir = resolve(options.functionsDir)
  const projectRoot = resolve(options.projectRoot ?? dirname(dirname(functionsDir)))
  const settled: Settled = {
    port: 0,
    env: 'local-env',
    appid: 'wx0000000000000000',
    openid: DEFAULT_OPENID,
    timeoutMs: 3000,
    loadTimeoutMs: 15_000,
    memoryMb: 256,
    maxInstances: 8,
    idleMs: 60_000,
    seed: 1,
    errCodes: 'exact',
    variablesFile: join(projectRoot, VARIABLES_FILE),
    timers: false,
    warm: false,
    origins: [],
    log: () => {},
    now: Date.now,
    ...defined(options),
    functionsDir,
    projectRoot,
    faults: (options.faults ?? []).map(fault => (typeof fault === 'string' ? parseFault(fault) : fault)),
    dataDir: options.dataDir === undefined ? undefined : resolve(options.dataDir),
    databaseRules: options.databaseRules,
    storageRules: options.storageRules,
    pages: options.pages,
    site: options.site,
  }
  check(ENV_ID.test(settled.env), 'env', settled.env, '2 to 40 small letters, digits, - and _')
  check(isOpenid(settled.openid), 'openid', settled.openid, OPENID_RULE)
  checkNumber(settled, 'port', 0, 65_535)
  checkNumber(settled, 'timeoutMs', 1, 900_000)
  checkNumber(settled, 'loadTimeoutMs', 1, 900_000)
  checkNumber(settled, 'memoryMb', 32, 3072)
  checkNumber(settled, 'maxInstances', 1, 1000)
  checkNumber(settled, 'idleMs', 0, 2 ** 31 - 1)
  checkNumber(settled, 'seed', 0, 2 ** 32 - 1)
  return settled
}

/**
 * Finds wrong options before anything is started.
 *
 * @throws LocalCloudError `bad-option`
 */
export function checkOptions(options: LocalCloudOptions): void {
  settleOptions(options)
}

/** An option that is there but undefined counts as left out. */
function defined<T extends object>(options: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const entries = Object.entries(options).filter(([, value]) => value !== undefined)
  return Object.fromEntries(entries) as { [K in keyof T]?: Exclude<T[K], undefined> }
}

type NumberOption = 'port' | 'timeoutMs' | 'loadTimeoutMs' | 'memoryMb' | 'maxInstances' | 'idleMs' | 'seed'

function checkNumber(settled: Settled, name: NumberOption, low: number, high: number): void {
  const value = settled[name]
  check(
    Number.isInteger(value) && value >= low && value <= high,
    name,
    value,
    `a whole number from ${low} to ${high}`,
  )
}

function check(right: boolean, name: string, value: unknown, wanted: string): void {
  if (!right)
    throw new LocalCloudError('bad-option', `${name} must be ${wanted}, not ${JSON.stringify(value)}`)
}
