import { environments } from '../env'
import { type CloudError, kitError, toCloudError } from './cloud-error'

export type EnvVersion = keyof typeof environments

/** Whether the cloud can be called; if not, the error says why. */
export type CloudState =
  | {
      ok: true
      envVersion: EnvVersion
      env: string
      /** The local cloud stands in the place of `wx.cloud`. */
      isLocal?: true
    }
  | { ok: false; envVersion: EnvVersion; error: CloudError }

/** What is needed of `wx`. */
export interface CloudHost {
  /** Undefined below base library 2.2.3. */
  cloud?: { init(options: { env: string; traceUser: boolean }): void }
  getAccountInfoSync(): { miniProgram: { envVersion?: string } }
}

/**
 * Chooses the environment of this version and starts the cloud with it. Without a usable environment id the cloud is
 * not started: the platform would quietly take one of its own choice. `'local'` stands for the local cloud, and that
 * is for `develop` alone.
 * https://developers.weixin.qq.com/minigame/dev/wxcloud/reference-sdk-api/init/client.init.md
 */
export function initCloud(host: CloudHost, ids: Readonly<Record<EnvVersion, string>>): CloudState {
  const envVersion = versionOf(host)
  const refuse = (error: CloudError): CloudState => ({ ok: false, envVersion, error })
  const env = ids[envVersion].trim()
  // The cloud is not even started: with an AppID for tests it cannot be.
  if (env === 'local' && envVersion === 'develop') return { ok: true, envVersion, env, isLocal: true }
  if (!host.cloud) {
    return refuse(kitError('no-cloud', 'wx.cloud is missing: it needs base library 2.2.3 or newer'))
  }
  if (!isEnvironmentId(env)) {
    return refuse(
      kitError(
        'no-environment',
        `Cannot use "${env}" as the environment of "${envVersion}": put a real id into miniprogram/env.ts`,
      ),
    )
  }
  try {
    host.cloud.init({ env, traceUser: true })
  } catch (error) {
    return refuse(toCloudError(error))
  }
  return { ok: true, envVersion, env }
}

let state: CloudState | undefined

/** The state of the cloud. The first call starts it; `wx.cloud.init` counts once only. */
export function cloudState(): CloudState {
  if (!state) state = initCloud(wx, environments)
  return state
}

/** `envVersion` came with base library 2.10.0; what is older is somebody's phone, and that runs the release. */
function versionOf(host: CloudHost): EnvVersion {
  const { envVersion } = host.getAccountInfoSync().miniProgram
  return envVersion === 'develop' || envVersion === 'trial' ? envVersion : 'release'
}

function isEnvironmentId(env: string): boolean {
  return env !== 'your-env-id' && env !== 'local' && /^[0-9A-Za-z][\w-]*$/.test(env)
}
