import { spawn } from 'node:child_process'
import { once } from 'node:events'

/**
 * Runs Node in a process that looks to the real SDK like a cloud function, and gives what it printed.
 *
 * @param args of Node
 * @param adminUrl where the SDK posts to, ending with `/admin?`
 * @param variables further ones, of one call
 */
export async function runWithSdk(
  args: readonly string[],
  adminUrl: string,
  variables: Readonly<Record<string, string>> = {},
): Promise<string> {
  const child = spawn(process.execPath, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env.PATH,
      TENCENTCLOUD_RUNENV: 'SCF',
      TENCENTCLOUD_REGION: 'ap-shanghai',
      SCF_NAMESPACE: 'dev-local',
      TCB_ENV: 'dev-local',
      TENCENTCLOUD_SECRETID: 'id',
      TENCENTCLOUD_SECRETKEY: 'key',
      TENCENTCLOUD_SESSIONTOKEN: 'token',
      WX_API_TOKEN: 'token',
      TCB_CONTEXT_CNFG: JSON.stringify({ URL: adminUrl }),
      ...variables,
    },
  })
  let [output, errors] = ['', '']
  child.stdout.on('data', chunk => {
    output += chunk
  })
  child.stderr.on('data', chunk => {
    errors += chunk
  })
  const [code] = await once(child, 'close')
  if (code !== 0) throw new Error(`the SDK's process ended with ${code}: ${errors}${output}`)
  return output
}
