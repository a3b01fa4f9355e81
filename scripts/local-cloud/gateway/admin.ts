import type { Hono } from 'hono'
import type { RunningCall } from '../runtime/call-tokens'
import type { ActionHandler, ActionReply, ActionRequest } from './action'
import { type JsonObject, readBody, readJsonObject } from './body'
import { HttpProblem } from './http-problem'
import { parseMultipart } from './multipart'
import type { GatewayContext, GatewayEnv } from './types'
import { ownWords, WireError } from './wire-error'
import { answerAction } from './wire-reply'

/** The largest packet of the database; events of functions and files of openapi calls are smaller. */
const MAX_BODY_BYTES = 16 * 1024 * 1024
const CREDENTIAL = /\bCredential=([^/,\s]{1,128})\//

export interface AdminOptions {
  env: string
  newId(): string
  functionOf(secretId: string): string | undefined
  callOf(token: string): RunningCall | undefined
  /** By the part of the action before the dot. */
  handlers: Readonly<Record<string, ActionHandler>>
}

/** Where the SDK in a function sends everything: `POST /admin?env=...&seqId=...`. */
export function adminRoute(app: Hono<GatewayEnv>, options: AdminOptions): void {
  app.post('/admin', async context => {
    const functionName = authenticate(context, options)
    const params = await readParams(context)
    const { action, envName, wxCloudApiToken: token } = params
    if (typeof action !== 'string') throw new HttpProblem(400, 'the request names no action')
    const call = typeof token === 'string' ? options.callOf(token) : undefined
    return await answerAction(context, options.newId(), async () => {
      if (envName !== undefined && envName !== '' && envName !== options.env) {
        throw new WireError('INVALID_ENV', `Environment not found [local cloud: this is "${options.env}"]`)
      }
      return await handle(options.handlers, {
        action,
        params,
        functionName,
        call: call?.functionName === functionName ? call : undefined,
      })
    })
  })
}

/** The SDK signs with the secret of its instance; the name of the secret alone shows that it has it. */
function authenticate(context: GatewayContext, { functionOf }: AdminOptions): string {
  const secretId = CREDENTIAL.exec(context.req.header('authorization') ?? '')?.[1]
  const functionName = secretId === undefined ? undefined : functionOf(secretId)
  if (functionName === undefined) {
    throw new HttpProblem(
      403,
      'only functions of this cloud may use /admin: the request carries none of their secrets',
    )
  }
  return functionName
}

async function readParams(context: GatewayContext): Promise<JsonObject> {
  const contentType = context.req.header('content-type') ?? ''
  const body = await readBody(context, MAX_BODY_BYTES)
  if (!/^multipart\/form-data\b/i.test(contentType)) return readJsonObject(body)
  const fields = [...parseMultipart(body, contentType)]
  return Object.fromEntries(
    fields.map(([name, value]) => [name, name === 'requestData' ? value : value.toString()]),
  )
}

async function handle(handlers: AdminOptions['handlers'], request: ActionRequest): Promise<ActionReply> {
  const service = request.action.slice(0, request.action.indexOf('.'))
  const handler = Object.hasOwn(handlers, service) ? handlers[service] : undefined
  if (!handler) throw new WireError('INVALID_ACTION', ownWords(`there is no action ${request.action}`))
  return await handler(request)
}
