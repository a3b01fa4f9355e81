import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import pc from 'picocolors'
import { untilEndSignal } from '../cli/end-signal'
import { type LocalCloud, LocalCloudError, type LocalCloudOptions, VARIABLES_FILE } from '../local-cloud'
import { KitError } from '../project/kit-error'
import { startBuilding } from './build-loop'
import { projectCloudOptions } from './cloud-options'
import { createCollections } from './collections'
import type { StartFlags } from './command'
import { makeDataDir } from './data-dir'
import { formatLog } from './format-log'
import { introduce } from './introduce'
import { announceCloud, findRunningCloud } from './running-cloud'
import { refuseWrongOptions, startCloud } from './start-cloud'
import { startPreview } from './start-preview'
import { knownFunctions, warnOfFaults, warnOfVariables } from './unknown-functions'

/**
 * Builds, watches and serves a project until the process is told to end.
 *
 * @throws KitError
 */
export async function serve(root: string, dataDir: string, flags: StartFlags): Promise<void> {
  const options = cloudOptions(root, dataDir, flags)
  refuseWrongOptions(options)
  makeDataDir(dataDir)
  const running = await findRunningCloud(dataDir)
  if (running) {
    throw new KitError(
      'in-use',
      `a local cloud runs on this data already: ${running.url} (process ${running.pid})`,
    )
  }
  const ended = untilEndSignal()
  let cloud: LocalCloud | undefined
  const starting = flags.preview ? startPreview(root, print) : undefined
  const stopBuilding = await startBuilding(root, {
    onBuilt: () => cloud && takeBuilt(cloud, options.databaseRules),
    print,
  })
  try {
    const started = performance.now()
    // a first build that fails leaves no folder; the functions come when it is mended
    mkdirSync(options.functionsDir, { recursive: true })
    const preview = await starting
    cloud = await startCloud({ ...options, site: preview?.site }, flags.port)
    if (flags.reset) await cloud.reset()
    await createCollections(cloud, options.databaseRules)
    const withdraw = announceCloud(dataDir, cloud)
    const stopWatching = await watchVariables(root, cloud)
    const milliseconds = performance.now() - started
    const known = knownFunctions(root, cloud)
    printWarnings([...warnOfFaults(flags.fault, known), ...warnOfVariables(root, known)])
    print(introduce(cloud, { root, dataDir, milliseconds, hasPreview: preview !== undefined, flags }))
    await ended
    withdraw()
    await stopWatching()
  } finally {
    const preview = await starting
    await Promise.all([cloud?.stop(), stopBuilding(), preview?.close()])
  }
}

function cloudOptions(root: string, dataDir: string, flags: StartFlags): LocalCloudOptions {
  const { port, env, openid, timers, warm, seed, fault: faults, timeout, errCode: errCodes } = flags
  return {
    ...projectCloudOptions(root, dataDir),
    ...{ port, env, openid, timers, warm, seed, faults, errCodes },
    timeoutMs: timeout === undefined ? undefined : timeout * 1000,
    log: event => print(formatLog(event)),
  }
}

/** Rebuilt functions need nothing: the next call takes them. Rules are read anew, and may name new collections. */
function takeBuilt(cloud: LocalCloud, databaseRules: string | undefined): void {
  readAnew(cloud, [])
  createCollections(cloud, databaseRules).then(
    made => made.length > 0 && print(`collections created: ${made.join(', ')}`),
    // that of a cloud which is being stopped, for one; the next build tries again
    error => print(`the collections of ${databaseRules} were not created: ${error}`),
  )
}

/** An editor empties a file before it writes it; read between the two, it would be taken for broken. */
const SETTLE_MS = 100

/** Variables are given to processes when they start, so functions need new ones. */
async function watchVariables(root: string, cloud: LocalCloud): Promise<() => Promise<void>> {
  const { watch } = await import('chokidar')
  const watcher = watch(join(root, VARIABLES_FILE), { ignoreInitial: true })
  await new Promise<void>(resolve => watcher.once('ready', resolve))
  let timer: NodeJS.Timeout | undefined
  watcher.on('all', () => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      if (readAnew(cloud)) printWarnings(warnOfVariables(root, knownFunctions(root, cloud)))
    }, SETTLE_MS)
  })
  return () => {
    clearTimeout(timer)
    return watcher.close()
  }
}

/**
 * @param names functions that need new processes; all by default
 * @returns whether what was read holds now
 */
function readAnew(cloud: LocalCloud, names?: readonly string[]): boolean {
  try {
    cloud.reload(names)
    return true
  } catch (error) {
    if (!(error instanceof LocalCloudError)) throw error
    print(`${error.message}; what was read before holds on`)
    return false
  }
}

function printWarnings(warnings: readonly string[]): void {
  for (const warning of warnings) print(`${pc.yellow('warning')} ${warning}`)
}

function print(text: string): void {
  process.stdout.write(`${text}\n`)
}
