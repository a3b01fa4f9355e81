import type { Hono } from 'hono'
import type { FaultList } from '../faults/fault-list'
import { LocalCloudError } from '../local-cloud-error'
import { readJson } from './body'
import { HttpProblem } from './http-problem'
import type { GatewayEnv } from './types'

const MAX_BODY_BYTES = 64 * 1024
const MAX_FAULTS = 100

/**
 * `GET /local/faults` says which faults hold, and `POST /local/faults` with `{ faults: ["login:-504003@0.5"] }` replaces
 * them all, in the form of `kit start --fault`. Both answer `{ faults }`.
 */
export function faultRoutes(app: Hono<GatewayEnv>, faults: FaultList): void {
  app.get('/local/faults', context => context.json({ faults: faults.texts() }))
  app.post('/local/faults', async context => {
    const { faults: texts } = await readJson(context, MAX_BODY_BYTES)
    if (!Array.isArray(texts) || texts.length > MAX_FAULTS || texts.some(text => typeof text !== 'string'))
      throw new HttpProblem(400, `"faults" must be an array of at most ${MAX_FAULTS} strings`)
    try {
      faults.replace(texts)
    } catch (error) {
      if (error instanceof LocalCloudError) throw new HttpProblem(400, error.message)
      throw error
    }
    return context.json({ faults: faults.texts() })
  })
}
