/** What an instance's process must know to be a function of this cloud. */
export interface InstanceEnvironment {
  functionName: string
  env: string
  region: string
  /** The gateway's address. */
  url: string
  /** Proves to the gateway which instance is asking; part of every request that the SDK signs. */
  secretId: string
  /** What the developer set for this function; wins over what is not reserved. */
  variables: Readonly<Record<string, string>>
}

/** Names that the platform sets; a function's own variables may not use them. */
const RESERVED =
  /^(TCB|WX|SCF|TENCENTCLOUD|QCLOUD|_SCF)_|^(NODE_OPTIONS|NODE_PATH|NODE_CHANNEL_FD|TRIGGER_SRC)$/i

/** Whether the platform keeps a variable's name for itself. */
export function isReservedVariable(name: string): boolean {
  return RESERVED.test(name)
}

/**
 * The whole environment of an instance's process. Nothing of the developer's own environment is in it but what Windows
 * needs to start a process at all.
 *
 * The names are those of the real runtime that the SDK reads; `TCB_CONTEXT_CNFG` is how the platform points it at its
 * gateway, so the SDK runs unmodified.
 */
export function instanceEnvironment(
  { functionName, env, region, url, secretId, variables }: InstanceEnvironment,
  { platform, hostEnvironment }: { platform: NodeJS.Platform; hostEnvironment: NodeJS.ProcessEnv },
): Record<string, string> {
  return {
    ...(platform === 'win32' ? pick(hostEnvironment, ['SystemRoot', 'TEMP', 'TMP']) : {}),
    // the clock of a function is UTC+0 unless the developer sets TZ
    TZ: 'UTC',
    ...variables,
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: region,
    TENCENTCLOUD_SECRETID: secretId,
    TENCENTCLOUD_SECRETKEY: 'local-cloud',
    TENCENTCLOUD_SESSIONTOKEN: 'local-cloud',
    SCF_NAMESPACE: env,
    SCF_FUNCTIONNAME: functionName,
    TCB_ENV: env,
    TCB_CONTEXT_KEYS: 'TCB_ENV,TCB_SOURCE',
    // the SDK appends `env=...&seqId=...` to it as it stands
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: `${url}/admin?` }),
    _SCF_TCB_LOG: '1',
  }
}

function pick(source: NodeJS.ProcessEnv, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    names.flatMap(name => {
      const value = source[name]
      return value === undefined ? [] : [[name, value]]
    }),
  )
}
