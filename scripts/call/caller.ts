import {
  type CallFailure,
  type CallSuccess,
  CloudCallError,
  type LocalCloud,
  LocalCloudError,
} from '../local-cloud'
import { KitError } from '../project/kit-error'
import { asKitError, findRunningCloud, startOneOffCloud } from '../start'

export type Answer = CallSuccess | CallFailure

/** What the command line may say about the caller. */
export interface CalledAs {
  openid?: string
  env?: string
}

/** A cloud to call functions in, wherever it runs. */
export interface Caller {
  call(name: string, event: Record<string, unknown>, as: CalledAs): Promise<Answer>
  fireTimer(name: string): Promise<Answer>
  close(): Promise<void>
}

/**
 * Takes the cloud that runs on a project's data, or builds the project and starts one to call `functionName` in.
 *
 * @throws KitError
 */
export async function openCaller(root: string, dataDir: string, functionName: string): Promise<Caller> {
  const running = await findRunningCloud(dataDir)
  if (running) return overHttp(running.url)
  return ownCloud(await startOneOffCloud(root, dataDir, functionName))
}

function overHttp(url: string): Caller {
  return {
    call: (name, data, { openid, env }) =>
      post(`${url}/client/callFunction`, { name, data, config: { env } }, openid),
    fireTimer: name => post(`${url}/local/timer`, { name }),
    close: async () => {},
  }
}

async function post(url: string, body: unknown, openid?: string): Promise<Answer> {
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(openid === undefined ? {} : { 'x-wx-openid': openid }),
    },
    body: JSON.stringify(body),
  })
  const answer = (await response.json()) as Answer | { error: string }
  if ('error' in answer) throw new KitError('usage', answer.error)
  return answer
}

function ownCloud(cloud: LocalCloud): Caller {
  return {
    call: (name, event, as) => answerOf(cloud.call(name, event, as)),
    fireTimer: name => answerOf(cloud.fireTimer(name)),
    close: () => cloud.stop(),
  }
}

async function answerOf(call: Promise<CallSuccess>): Promise<Answer> {
  try {
    return await call
  } catch (error) {
    if (error instanceof CloudCallError) return { errCode: error.errCode, errMsg: error.errMsg }
    if (error instanceof LocalCloudError) throw asKitError(error)
    throw error
  }
}
