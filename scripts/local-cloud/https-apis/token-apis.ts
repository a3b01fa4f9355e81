import { type AccessTokens, LOCAL_PROVIDER, TOKEN_LIFETIME } from './access-tokens'
import { ApiError } from './api-error'
import type { HttpsApi } from './https-api'

/**
 * How a service provider comes by its tokens: for itself, and for a mini program that trusts it.
 * https://developers.weixin.qq.com/doc/oplatform/openApi/ticket-token/api_getcomponentaccesstoken
 */
export function tokenApis(appid: string, tokens: AccessTokens): Record<string, HttpsApi> {
  const provider = LOCAL_PROVIDER
  return {
    '/cgi-bin/component/api_component_token': {
      run(body) {
        if (body.component_appsecret === undefined) throw new ApiError(41004)
        if (body.component_appid !== provider.component_appid) throw new ApiError(40013)
        if (body.component_appsecret !== provider.component_appsecret) throw new ApiError(40125)
        if (body.component_verify_ticket !== provider.component_verify_ticket) throw new ApiError(61006)
        return { component_access_token: tokens.issue('component'), expires_in: TOKEN_LIFETIME }
      },
    },
    '/cgi-bin/component/api_authorizer_token': {
      token: 'component',
      run(body) {
        if (body.component_appid !== provider.component_appid) throw new ApiError(40013)
        if (body.authorizer_appid !== appid) throw new ApiError(40013, `the mini program here is ${appid}`)
        const { authorizer_refresh_token } = provider
        if (body.authorizer_refresh_token !== authorizer_refresh_token) throw new ApiError(61023)
        const authorizer_access_token = tokens.issue('authorizer')
        return { authorizer_access_token, expires_in: TOKEN_LIFETIME, authorizer_refresh_token }
      },
    },
  }
}
