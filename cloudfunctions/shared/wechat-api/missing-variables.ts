/** `component`: to list functions; `authorizer`: to read and set their configuration. */
export type CredentialKind = 'component' | 'authorizer'

export type Variables = Readonly<Record<string, string | undefined>>

/** The variables that may hold a ready token. */
export const readyTokens = {
  component: 'WECHAT_COMPONENT_ACCESS_TOKEN',
  authorizer: 'WECHAT_AUTHORIZER_ACCESS_TOKEN',
} as const
const componentSecrets = ['WECHAT_COMPONENT_APPSECRET', 'WECHAT_COMPONENT_VERIFY_TICKET'] as const
const authorizerNames = [
  'WECHAT_COMPONENT_APPID',
  'WECHAT_AUTHORIZER_APPID',
  'WECHAT_AUTHORIZER_REFRESH_TOKEN',
] as const

/**
 * The names of the environment variables that are missing for a kind of call; none if it can be tried. A ready token
 * stands for all of its kind.
 */
export function missingVariables(kind: CredentialKind, variables: Variables = process.env): string[] {
  if (variables[readyTokens[kind]]) return []
  const forComponent = variables[readyTokens.component] ? [] : ['WECHAT_COMPONENT_APPID', ...componentSecrets]
  const needed = kind === 'component' ? forComponent : new Set([...forComponent, ...authorizerNames])
  return [...needed].filter(name => !variables[name])
}
