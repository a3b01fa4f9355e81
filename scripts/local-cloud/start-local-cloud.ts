import { existsSync } from 'node:fs'
import { type DataFolder, openDataFolder } from './data-folder'
import type { CloudStatus } from './gateway/control'
import { openGateway } from './gateway/gateway'
import type { LocalCloud } from './local-cloud'
import { LocalCloudError } from './local-cloud-error'
import { type LocalCloudOptions, type Settled, settleOptions } from './options'
import { callAsClient, callAsTimer, success, timerOf, timersOf } from './own-calls'
import { addRoutes } from './routes'
import type { LogEvent } from './runtime/log-event'
import { openLogFile } from './runtime/log-file'
import { openServices } from './services'
import { viewStorage } from './storage/storage-view'
import { startTimerClock, type Timer } from './timers/timer-clock'

/**
 * Starts the platform on 127.0.0.1, with the functions that were built, and with the real SDK in them.
 *
 * ```ts
 * const cloud = await startLocalCloud({ functionsDir: 'dist/cloudfunctions' })
 * const { result } = await cloud.call('login', {}, { openid: 'oUser1' })
 * await cloud.stop()
 * ```
 *
 * Known differences to the platform: loading a function does not count for the time limit of its first call; a process
 * is not frozen between two calls; `/tmp` is this machine's; nothing is counted, so no quota ends; permissions and rules
 * take effect at once; `wx.cloud.CDN` and `wx.cloud.CloudID` are not filled in.
 *
 * @throws LocalCloudError; KitError `in-use` if another cloud works on the same data
 */
export async function startLocalCloud(options: LocalCloudOptions): Promise<LocalCloud> {
  const settled = settleOptions(options)
  if (!existsSync(settled.functionsDir)) {
    throw new LocalCloudError('no-functions', `there are no built functions in ${settled.functionsDir}`)
  }
  const data = openDataFolder(settled.dataDir)
  try {
    return await start(settled, data)
  } catch (error) {
    data.clear()
    throw error
  }
}

async function start(settled: Settled, data: DataFolder): Promise<LocalCloud> {
  const logFile = data.logFile === undefined ? undefined : openLogFile(data.logFile, settled.now)
  const log = (event: LogEvent) => {
    const shown = event.kind === 'notice' ? { ...event, text: printable(event.text) } : event
    logFile?.write(shown)
    settled.log(shown)
  }
  const options: Settled = { ...settled, log }
  const notice = (text: string) => log({ kind: 'notice', text })
  const gateway = openGateway({ origins: options.origins, site: options.site, notice })
  const services = openServices(options, data, gateway.url)
  const { functions, runtime, storage, openapi, database } = services

  const fire = (timer: Timer) =>
    callAsTimer(options, services, timer).catch(error => notice(`${timer.functionName}: ${error.stack}`))
  const clock = options.timers ? startTimerClock(timer => void fire(timer)) : undefined
  const refreshTimers = () => clock?.set(timersOf(services))
  const status = (): CloudStatus => ({
    cloud: 'wx-cloud-kit',
    url: gateway.url(),
    env: options.env,
    pid: process.pid,
    functions: functions.list().map(({ name }) => name),
  })
  const fireTimer = async (name: string) => await callAsTimer(options, services, timerOf(services, name))
  const stop = async () => {
    clock?.stop()
    await gateway.close()
    await services.close()
    await logFile?.close()
    data.clear()
  }
  addRoutes(gateway, options, services, {
    status,
    fireTimer,
    sent: openapi.sent,
    reset: services.reset,
    onSettings(functionName) {
      runtime.retire(functionName)
      refreshTimers()
    },
  })

  const port = await listen()
  refreshTimers()
  if (options.warm) for (const { built } of functions.list()) if (built) runtime.warm(built)
  let stopped: Promise<void> | undefined
  return {
    url: gateway.url(),
    port,
    env: options.env,
    openid: options.openid,
    call: (name, callData, callOptions) => callAsClient(options, services, name, callData, callOptions),
    fireTimer: async name => success(await fireTimer(name), options.errCodes),
    database,
    storage: viewStorage(storage, options),
    openapi,
    httpsApis: services.stage,
    sent: openapi.sent,
    functions: () => status().functions,
    reset: services.reset,
    reload(names) {
      services.reload()
      for (const { name } of functions.list()) if (!names || names.includes(name)) runtime.retire(name)
      refreshTimers()
    },
    stop() {
      stopped ??= stop()
      return stopped
    },
  }

  async function listen(): Promise<number> {
    try {
      return await gateway.listen(options.port)
    } catch (error) {
      await services.close()
      throw error
    }
  }
}

/** Notices quote what strangers sent, which must not move the cursor of a terminal. */
function printable(text: string): string {
  return text.replace(/[^\P{Cc}\n]/gu, char => `\\x${char.charCodeAt(0).toString(16).padStart(2, '0')}`)
}
