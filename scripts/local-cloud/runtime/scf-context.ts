/** What a function's second argument says of the function. */
export interface ScfFunction {
  name: string
  env: string
  region: string
  memoryMb: number
  timeLimitMs: number
}

/** The `context` argument, as SCF's Node.js runtime hands it over. https://cloud.tencent.com/document/product/583/11060 */
export interface ScfContext {
  callbackWaitsForEmptyEventLoop: boolean
  memory_limit_in_mb: number
  time_limit_in_ms: number
  request_id: string
  function_name: string
  function_version: string
  namespace: string
  tencentcloud_region: string
  /** `NAME=value;NAME=value`, the older form of `environment`. */
  environ: string
  /** The call's variables as JSON. */
  environment: string
}

/** Makes the `context` of one call. */
export function scfContext(
  { name, env, region, memoryMb, timeLimitMs }: ScfFunction,
  requestId: string,
  variables: Readonly<Record<string, string>>,
): ScfContext {
  return {
    callbackWaitsForEmptyEventLoop: false,
    memory_limit_in_mb: memoryMb,
    time_limit_in_ms: timeLimitMs,
    request_id: requestId,
    function_name: name,
    function_version: '$LATEST',
    namespace: env,
    tencentcloud_region: region,
    environ: Object.entries(variables)
      .map(([key, value]) => `${key}=${value}`)
      .join(';'),
    environment: JSON.stringify(variables),
  }
}
