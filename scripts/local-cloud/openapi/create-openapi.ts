import { answerTo } from './answers'
import { type GateCall, gate } from './gate'
import { PhoneCodes } from './phone-codes'
import type { Reply } from './reply'
import { type SentCall, SentCalls } from './sent-calls'
import { Subscriptions } from './subscriptions'
import { decodeRequest, encodeReply, type WireReply } from './wire'

export interface OpenapiOptions {
  /** Milliseconds since 1970. */
  now: () => number
  /** For `rid`, `trace_id`, links and codes. */
  newId: () => string
  /** The pages of the mini program; without it no page is looked for. */
  pages?: () => readonly string[]
  /** Takes one line about each call that was not let through, or that WeChat would have refused. */
  log?: (line: string) => void
}

/** One `wx.openApi` call that reached the gateway. Who calls comes from the gateway's own knowledge of the call. */
export interface OpenapiCall extends GateCall {
  /** Base64, or the bytes themselves. */
  requestData: string | Uint8Array
  /** Of the user who called the function. */
  openid: string | undefined
  appid: string
}

/** WeChat's server, as functions see it through `cloud.openapi`. */
export interface Openapi {
  /**
   * @returns the body of the reply; the gateway sends it with any content type but JSON
   * @throws MalformedRequest for a `requestData` that no SDK could have sent
   */
  answer(call: OpenapiCall): Buffer
  /** What was "sent": the last calls that succeeded, oldest first. */
  sent(): readonly SentCall[]
  readonly subscriptions: Subscriptions
  readonly phoneCodes: PhoneCodes
  /** Forgets all of it. */
  reset(): void
}

const JSON_TYPE = 'application/json; encoding=utf-8'

export function createOpenapi({ now, newId, pages, log = () => {} }: OpenapiOptions): Openapi {
  const subscriptions = new Subscriptions()
  const phoneCodes = new PhoneCodes({ now, newId })
  const sent = new SentCalls()
  return {
    answer(call) {
      const { fields, files, appid = call.appid } = decodeRequest(call.requestData)
      const refused = gate(call)
      if (refused) {
        log(`${refused.errorCode}: ${refused.why}`)
        return encodeReply({ errorCode: refused.errorCode })
      }
      const { apiName: name, functionName, openid } = call
      const at = now()
      const reply = answerTo(name)({
        fields,
        files,
        appid,
        now: at,
        newId,
        subscriptions,
        phoneCodes,
        pages: pages?.(),
      })
      if (reply.kind === 'failure')
        log(`${reply.errcode}: ${functionName} called openapi.${name}: ${reply.hint}`)
      else sent.add({ name, fields, files: listed(files), openid, functionName, at })
      return encodeReply(onWire(reply, newId))
    },
    sent: () => sent.list(),
    subscriptions,
    phoneCodes,
    reset() {
      subscriptions.clear()
      phoneCodes.clear()
      sent.clear()
    },
  }
}

/** A failure carries the platform's words first, then, in brackets, the kit's. */
function onWire(reply: Reply, newId: () => string): WireReply {
  if (reply.kind === 'file') return { contentType: reply.contentType, body: reply.content }
  const body =
    reply.kind === 'json'
      ? { errcode: 0, errmsg: 'ok', ...reply.fields }
      : { errcode: reply.errcode, errmsg: `${reply.errmsg} rid: ${newId()} [local cloud: ${reply.hint}]` }
  return { contentType: JSON_TYPE, body: Buffer.from(JSON.stringify(body)) }
}

function listed(files: ReturnType<typeof decodeRequest>['files']): SentCall['files'] {
  return Object.entries(files).map(([field, { filename, content }]) => ({
    field,
    filename,
    bytes: content.length,
  }))
}
