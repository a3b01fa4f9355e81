import type { Language, Steps } from './entry'

/** Advice that several codes share. */

/** First these steps, then those. */
export function joined(...parts: readonly Steps[]): Steps {
  const all = (language: Language) =>
    parts.reduce<string[]>((steps, part) => steps.concat(part[language]), [])
  return { zh: all('zh'), en: all('en') }
}

export const retry: Steps = {
  zh: ['稍后再试一次。', '若反复出现，请带上请求 ID 和时间到微信开放社区反馈。'],
  en: [
    'Try again a little later.',
    'If it keeps happening, report it to the WeChat community with the request id and the time.',
  ],
}

export const network: Steps = {
  zh: ['检查手机网络，然后重试。', '若函数已经执行，重试前先确认它可以重复调用。'],
  en: [
    'Check the network of the phone, then try again.',
    'The function may have run: make sure that it can run twice.',
  ],
}

export const argument: Steps = {
  zh: ['对照文档检查这次调用的参数：名称、类型、长度。'],
  en: ['Check the arguments of the call against the documentation: names, types, lengths.'],
}

export const quota: Steps = {
  zh: ['在云开发控制台查看用量和套餐。', '减少调用（缓存、合并），或升级套餐。'],
  en: [
    'Look at the usage and the plan in the cloud console.',
    'Call less (cache, batch), or buy a larger plan.',
  ],
}

export const environment: Steps = {
  zh: [
    '核对 miniprogram/env.ts 里的环境 ID 与云开发控制台中的一致。',
    '确认该环境属于当前 AppID，并且状态正常（未欠费、未销毁）。',
  ],
  en: [
    'Compare the environment id in miniprogram/env.ts with the one in the cloud console.',
    'Make sure that the environment belongs to this AppID and is in good standing.',
  ],
}

export const openCloud: Steps = {
  zh: [
    '在 project.config.json 填入自己的 AppID：测试号和游客模式不能开通云开发。',
    '在微信开发者工具点「云开发」开通；刚开通要等约 10 分钟。',
  ],
  en: [
    'Put your own AppID into project.config.json: a test or tourist AppID cannot open the cloud.',
    'Open it with the "Cloud" button of WeChat DevTools; a new one needs about ten minutes.',
  ],
}

export const crossAccount: Steps = {
  zh: ['检查环境共享（跨账号）的授权，以及资源方的 cloudbase_auth 云函数及其返回值。'],
  en: ["Check how the environment is shared, and the owner's cloudbase_auth function with what it returns."],
}

export const logs: Steps = {
  zh: [
    '在云开发控制台的云函数日志里，用请求 ID 找到这次调用。',
    '按日志里的错误信息和位置修改代码，重新构建并上传。',
  ],
  en: [
    'Find the call by its request id in the function log of the cloud console.',
    'Mend the code where the log points, build and upload again.',
  ],
}

export const databaseRules: Steps = {
  zh: [
    '查看该集合的权限：控制台「数据库」→ 集合 →「数据权限」，或 cloudfunctions/database.rules.json。',
    '小程序端的查询条件必须是安全规则的子集：用 where({_id, _openid: "{openid}"}) 代替 doc(id)。',
    '规则之外的读写放到云函数里做，并在函数中校验 OPENID。',
  ],
  en: [
    'Look at the permission of the collection in the console, or at cloudfunctions/database.rules.json.',
    'A query of the mini program must be a subset of the rule: where({_id, _openid: "{openid}"}) instead of doc(id).',
    'Do everything else in a cloud function, which checks the OPENID itself.',
  ],
}

export const storageRules: Steps = {
  zh: ['查看云存储的权限设置或 cloudfunctions/storage.rules.json。', '修改后 1 至 3 分钟生效。'],
  en: [
    'Look at the permission of the cloud storage, or at cloudfunctions/storage.rules.json.',
    'A change takes 1 to 3 minutes.',
  ],
}

export const watch: Steps = {
  zh: ['检查网络，关闭旧的监听后重新 watch。', '在 onError 里提示用户，并允许手动刷新。'],
  en: [
    'Check the network, close the old watcher and watch again.',
    'Tell the user in onError and offer a refresh.',
  ],
}

export const smaller: Steps = {
  zh: ['只传需要的字段，分页，或把大块内容存到云存储、只传 fileID。'],
  en: [
    'Send only the fields that are needed, in pages, or keep what is big in cloud storage and send its fileID.',
  ],
}

export const cloudId: Steps = {
  zh: ['重新获取 cloudID（有效期 5 分钟），并作为顶层字段传给云函数。'],
  en: ['Get a new cloudID (it lasts 5 minutes) and pass it as a top-level field.'],
}
