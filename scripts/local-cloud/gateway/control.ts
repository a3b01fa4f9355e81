import type { Hono } from 'hono'
import type { CallFailure } from '../calls/call-failure'
import { type ClientReply, isFailure } from '../calls/function-calls'
import { LocalCloudError } from '../local-cloud-error'
import { readJson } from './body'
import { successReply } from './client-function'
import { HttpProblem } from './http-problem'
import type { GatewayEnv } from './types'

const MAX_BODY_BYTES = 64 * 1024

/** What a running cloud says of itself. */
export interface CloudStatus {
  /** Tells a local cloud from whatever else may listen on a port. */
  cloud: 'wx-cloud-kit'
  url: string
  env: string
  pid: number
  functions: string[]
}

export interface ControlOptions {
  status(): CloudStatus
  /** @throws LocalCloudError for a function without a timer */
  fireTimer(name: string): Promise<ClientReply | CallFailure>
  sent(): readonly unknown[]
  reset(): Promise<void>
}

/** What the command line asks of a cloud that is running already. Nothing of it exists on the platform. */
export function controlRoutes(
  app: Hono<GatewayEnv>,
  { status, fireTimer, sent, reset }: ControlOptions,
): void {
  app.get('/local/status', context => context.json(status()))
  app.get('/local/sent', context => context.json({ sent: sent() }))
  app.post('/local/timer', async context => {
    const { name } = await readJson(context, MAX_BODY_BYTES)
    if (typeof name !== 'string')
      throw new HttpProblem(400, '"name" must be a string: the name of a function')
    try {
      const answer = await fireTimer(name)
      return isFailure(answer) ? context.json(answer) : successReply(context, answer)
    } catch (error) {
      if (error instanceof LocalCloudError) throw new HttpProblem(404, error.message)
      throw error
    }
  })
  app.post('/local/reset', async context => {
    await reset()
    return context.json({})
  })
}
