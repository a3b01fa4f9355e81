import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { WeChatApi } from '../../cloudfunctions/shared/wechat-api/index'
import { formatBytes } from '../cli/table'
import { askWeChat, describeQuestion, openQuestion, openWeChat, remark, untilSettled } from '../deployed'
import { KitError } from '../project/kit-error'
import type { Way, WayOptions } from './way'

/** https://developers.weixin.qq.com/doc/oplatform/en/openApi/OpenApiDoc/cloudbase-batch/scf-mgnt/batchuUloadCloudFunction.html */
const MAX_BASE64_BYTES = 20 * 1024 * 1024
const SETTLE_MS = 300_000

export interface ProviderWayOptions extends WayOptions {
  /** Between two looks at a function that WeChat is busy with, in milliseconds. @default 3000 */
  intervalMs?: number
}

/**
 * Uploads by the APIs for third-party platforms: the code by `batchuploadscf` (a new function) or `batchuploadscfcode`,
 * then the openapi permissions by `uploadfuncconfig`.
 */
export function providerWay({ root, env, signal, onProgress, intervalMs = 3000 }: ProviderWayOptions): Way {
  let api: WeChatApi | undefined
  let there = new Set<string>()
  const opened = () => {
    api ??= openWeChat('component', 'authorizer')
    return api
  }
  return {
    appliesPermissions: true,
    notes: [
      'by the APIs for third-party platforms, which nobody else may call',
      'The openapi permissions in config.json are set too; they take up to 10 minutes.',
      'Timer triggers, timeout, memory, variables and runtime are left as they are.',
    ],
    first: describeQuestion({ root, env, via: 'provider' }, []),
    async prepare() {
      opened()
      there = new Set((await openQuestion({ root, env, via: 'provider' })()).map(({ name }) => name))
    },
    describe: ({ name, openapi, zipBytes = 0 }) => [
      `POST /componenttcb/batchuploadscfcode {"functionname":"${name}","envs":["${env}"],"zipfile":"<dist/packages/${name}.zip, ${formatBytes(zipBytes)}, in base64>"}`,
      `     (/componenttcb/batchuploadscf with the same body if "${name}" is not there yet)`,
      `POST /tcb/uploadfuncconfig ${JSON.stringify({ type: 1, env, function_name: name, config: JSON.stringify(permissionsOf(openapi)) })}`,
    ],
    async upload({ name, openapi }) {
      const code = { env, name, zipfile: readZip(root, name) }
      const isThere = there.has(name)
      await askWeChat(() =>
        isThere ? opened().updateCloudFunctionCode(code) : opened().createCloudFunction(code),
      )
      onProgress?.(`${name} is being ${isThere ? 'updated' : 'created'}`)
      await untilActive(name)
      await askWeChat(() =>
        opened().uploadFunctionConfig({ type: 1, env, function_name: name, config: permissionsOf(openapi) }),
      )
    },
  }

  /** A function that WeChat is busy with, or failed to create, takes no permissions. */
  async function untilActive(name: string): Promise<void> {
    const functions = await untilSettled({
      ask: openQuestion({ root, env, via: 'provider', search: name }),
      built: [name],
      intervalMs,
      signal: AbortSignal.any([AbortSignal.timeout(SETTLE_MS), ...(signal ? [signal] : [])]),
      isAwaited: other => other === name,
    })
    const found = functions?.find(item => item.name === name)
    if (found?.standing === 'active') return
    const reason = found ? remark(found) : 'interrupted'
    throw new KitError('tool-failed', `"${name}" was sent, and is not active: ${reason}`)
  }
}

function permissionsOf(openapi: readonly string[]): { permissions: { openapi: string[] } } {
  return { permissions: { openapi: [...openapi] } }
}

function readZip(root: string, name: string): string {
  const zip = readFileSync(join(root, 'dist', 'packages', `${name}.zip`)).toString('base64')
  if (zip.length <= MAX_BASE64_BYTES) return zip
  throw new KitError(
    'tool-failed',
    `the package of "${name}" has ${formatBytes(zip.length)} in base64, and this API takes 20 MB`,
  )
}
