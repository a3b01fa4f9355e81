import { randomUUID } from 'node:crypto'
import { adminRoute } from './gateway/admin'
import { clientDatabaseRoute } from './gateway/client-database'
import { clientFunctionRoute } from './gateway/client-function'
import { clientStorageRoute } from './gateway/client-storage'
import { consentRoutes } from './gateway/consent-routes'
import { type ControlOptions, controlRoutes } from './gateway/control'
import { cosRoutes } from './gateway/cos'
import { databaseActions } from './gateway/database-actions'
import { faultRoutes } from './gateway/fault-routes'
import { functionActions } from './gateway/function-actions'
import type { Gateway } from './gateway/gateway'
import { httpsRoutes } from './gateway/https-routes'
import { inspectionRoutes } from './gateway/inspection-routes'
import { openapiActions } from './gateway/openapi-actions'
import { FULL_ACCESS, storageAction } from './gateway/storage-actions'
import { openHttpsApis } from './https-apis/https-apis'
import type { Settled } from './options'
import type { Services } from './services'

/** Everything that can be asked over HTTP, and who answers. */
export function addRoutes(
  { app }: Gateway,
  options: Settled,
  services: Services,
  control: ControlOptions & { onSettings(functionName: string): void },
): void {
  const { env, appid, openid, now, log } = options
  const { functions, settings, runtime, calls, faults, database, storage, openapi, stage, rules } = services
  const newId = randomUUID
  const user = { openid, appid }
  const explain = (text: string) => log({ kind: 'notice', text })

  adminRoute(app, {
    env,
    newId,
    functionOf: runtime.functionOf,
    callOf: runtime.callOf,
    handlers: {
      database: databaseActions(database),
      functions: functionActions(calls, { appid, source: '' }),
      storage: ({ action, params }) => storageAction(storage, action, params, FULL_ACCESS),
      wx: openapiActions(openapi, { appid, permissionsOf }),
    },
  })
  clientFunctionRoute(app, { calls, user, errCodes: options.errCodes })
  clientDatabaseRoute(app, { database, rules: () => rules().database, user, now, newId, explain })
  clientStorageRoute(app, { storage, rules: () => rules().storage, user, newId, explain })
  cosRoutes(app, storage, now)
  httpsRoutes(
    app,
    openHttpsApis({ env, appid, functions, settings, stage, onChange: control.onSettings, now, newId }),
  )
  controlRoutes(app, control)
  faultRoutes(app, faults)
  consentRoutes(app, openapi, user)
  inspectionRoutes(app, database)

  function permissionsOf(functionName: string): readonly string[] {
    const built = functions.find(functionName)
    return built ? settings.of(built).config.openapi : []
  }
}
