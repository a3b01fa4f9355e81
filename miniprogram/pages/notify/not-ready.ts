const hints: Readonly<Record<string, string>> = {
  'no-template':
    '到公众平台「订阅消息」选一个模板，把它的 ID 填进云函数 notify 的环境变量 NOTIFY_TEMPLATE_ID：本机写在 .env.functions.json，线上在云开发控制台的函数配置里设。',
  'not-subscribed': '平台返回了 43101：你还没有同意，或者同意的次数已经用完。先点上面的「请求发一条消息」。',
}

/**
 * What to do about a refusal by the function `notify`, in words; empty if it gave no reason.
 *
 * @param details of the error
 */
export function hintOf(details: unknown): string {
  const { reason } = (details ?? {}) as { reason?: unknown }
  return (typeof reason === 'string' && hints[reason]) || ''
}
