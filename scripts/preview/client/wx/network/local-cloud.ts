import { ApiFailure } from '../api'
import { type CallRecorder, outcomeOf } from './record-call'
import { type HttpAnswer, type HttpRequest, type HttpTask, send } from './send'

const TIMEOUT_MS = 60_000

/** The local cloud, asked for the user who was chosen. What is asked is reported. */
export interface LocalCloud {
  /** `url` is an address on the preview's own origin. `json` is the body, if that is one; for the report. */
  send(request: Omit<HttpRequest, 'timeout'> & { timeout?: number }, json?: unknown): HttpTask
  /** @throws ApiFailure if there is no answer with status 200 */
  post(path: string, json: object): Promise<Record<string, unknown>>
}

export function createLocalCloud(recorder: CallRecorder, openid: () => string | undefined): LocalCloud {
  const cloud: LocalCloud = {
    send({ timeout = TIMEOUT_MS, ...request }, json) {
      const done = recorder.begin(request.url, json)
      const user = openid()
      const header = user === undefined ? request.header : { 'X-WX-OPENID': user, ...request.header }
      const task = send({ ...request, header, timeout })
      if (done) {
        task.answer.then(
          answer => done(outcomeOf(answer.statusCode, parsed(answer))),
          (error: Error) => done({ ok: false, errCode: -1, errMsg: error.message }),
        )
      }
      return task
    },
    async post(path, json) {
      const header = { 'Content-Type': 'application/json' }
      const { answer } = cloud.send({ method: 'POST', url: path, header, body: JSON.stringify(json) }, json)
      const reply = await answer
      const fields = (parsed(reply) ?? {}) as Record<string, unknown>
      if (reply.statusCode === 200) return fields
      throw new ApiFailure(`local cloud: ${fields.error ?? `HTTP status ${reply.statusCode}`}`)
    },
  }
  return cloud
}

/** The JSON of an answer; its text, if it is none. */
export function parsed({ body }: HttpAnswer): unknown {
  const text = new TextDecoder().decode(body)
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return text
    throw error
  }
}
