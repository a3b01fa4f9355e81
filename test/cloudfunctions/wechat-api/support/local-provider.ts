import {
  type ComponentTokenOptions,
  componentAccessToken,
  createWeChatApi,
  type WeChatApi,
  WeChatApiError,
} from '../../../../cloudfunctions/shared/wechat-api'
import { LOCAL_PROVIDER } from '../../../../scripts/local-cloud'

/** The APIs as the service provider of a local cloud calls them, and the paths that were called. */
export function localProvider(
  baseUrl: string,
  options: Partial<ComponentTokenOptions> = {},
): { api: WeChatApi; paths: string[] } {
  const { component_appid, component_appsecret, component_verify_ticket } = LOCAL_PROVIDER
  const paths: string[] = []
  const recording: typeof fetch = (input, init) => {
    paths.push(new URL(String(input)).pathname)
    return fetch(input, init)
  }
  const server = { baseUrl, fetch: recording }
  const component = componentAccessToken({
    component_appid,
    component_appsecret,
    component_verify_ticket,
    ...server,
    ...options,
  })
  return { api: createWeChatApi({ component, ...server }), paths }
}

/** What a call rejects with; anything but a `WeChatApiError` fails the test. */
export async function errorOf(call: Promise<unknown>): Promise<WeChatApiError> {
  const error = await call.then(
    value => new Error(`the call was expected to fail, and gave ${JSON.stringify(value)}`),
    (error: unknown) => error,
  )
  if (error instanceof WeChatApiError) return error
  throw error
}
