import type { BuiltFunction, BuiltFunctions } from '../functions/built-functions'
import type { FunctionSettings, SettingsStore } from '../functions/function-settings'
import type { JsonObject } from '../gateway/body'
import { ApiError } from './api-error'
import { inEnvironment, type MissingCode, text } from './fields'
import { configType, describeConfig, readConfigChange, readScfChange } from './function-config'
import { type HttpsApi, ok } from './https-api'

export interface ConfigApisOptions {
  env: string
  functions: BuiltFunctions
  settings: SettingsStore
  /** A function's settings have changed. */
  onChange(functionName: string): void
}

/**
 * The APIs that read and change what is set for a function. A change holds until the cloud ends.
 * https://developers.weixin.qq.com/doc/oplatform/Third-party_Platforms/2.0/api/cloudbase/common/uploadFuncConfig.html
 */
export function configApis({
  env,
  functions,
  settings,
  onChange,
}: ConfigApisOptions): Record<string, HttpsApi> {
  const functionIn = (body: JsonObject, field: string, missing: MissingCode): BuiltFunction => {
    inEnvironment(body, env, missing)
    const name = text(body, field, missing)
    const built = functions.find(name)
    if (!built) throw new ApiError(40097, `there is no function "${name}"`)
    return built
  }
  const change = ({ name }: BuiltFunction, changed: Partial<FunctionSettings>): JsonObject => {
    settings.change(name, changed)
    onChange(name)
    return ok()
  }
  return {
    '/tcb/getfuncconfig': {
      token: 'authorizer',
      run(body) {
        const built = functionIn(body, 'function_name', 40101)
        return ok({ config: describeConfig(configType(body), built, settings.of(built)) })
      },
    },
    '/tcb/uploadfuncconfig': {
      token: 'authorizer',
      run(body) {
        const built = functionIn(body, 'function_name', 40101)
        return change(
          built,
          readConfigChange(configType(body), text(body, 'config', 40101), settings.of(built)),
        )
      },
    },
    '/componenttcb/gettriggers': {
      token: 'component',
      run(body) {
        const { triggers } = settings.of(functionIn(body, 'funcname', 47001)).config
        return ok({
          triggers: triggers.map(({ name, type, config }) => ({ trigger_name: name, type, config })),
        })
      },
    },
    '/componenttcb/updatescfconfig': {
      token: 'component',
      run: body => change(functionIn(body, 'functionname', 47001), readScfChange(body)),
    },
  }
}
