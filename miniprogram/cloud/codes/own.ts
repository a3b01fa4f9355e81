import type { ReplyErrorCode } from '../../../cloudfunctions/contract'
import type { ErrorKind, KitErrorCode, Steps } from './entry'
import { joined, network, openCloud } from './steps'
import type { Group } from './table'

const input: Steps = {
  zh: ['按提示修改输入后再试。'],
  en: ['Change the input as the message says.'],
}
const again: Steps = {
  zh: ['稍后再试一次。'],
  en: ['Try again a little later.'],
}
const state: Steps = {
  zh: ['刷新页面，看看现在的状态，再决定怎么做。'],
  en: ['Refresh, look at the state as it is now, then decide.'],
}
const configure = joined(openCloud, {
  zh: ['在「云开发」控制台复制环境 ID，填入 miniprogram/env.ts 中对应的版本，重新编译。'],
  en: ['Copy the environment id from the cloud console into miniprogram/env.ts and compile again.'],
})

/** By code, so that none can be missing. */
type Words<Code extends string> = Readonly<
  Record<Code, readonly [kind: ErrorKind, zh: string, en: string, steps: Steps]>
>

/** Refusals by a function, which its caller can act on. */
const replies: Words<ReplyErrorCode> = {
  'invalid-argument': ['caller', '输入不正确', 'The input is wrong', input],
  'out-of-range': ['caller', '超出了现有的范围', 'Past the end of what exists', state],
  unauthenticated: [
    'caller',
    '没有用户身份',
    'The call carries no identity',
    {
      zh: ['从小程序里发起调用：控制台测试和未登录模式没有 OPENID。'],
      en: ['Call from the mini program: a test in the console or a user who is not logged in has no OPENID.'],
    },
  ],
  'permission-denied': [
    'caller',
    '你没有权限这样做',
    'You may not do this',
    {
      zh: ['换一个有权限的用户，或请管理员授权。'],
      en: ['Use an account that may, or ask an administrator.'],
    },
  ],
  'not-found': ['caller', '内容不存在', 'It does not exist', state],
  'already-exists': ['caller', '内容已经存在', 'It exists already', state],
  'failed-precondition': ['caller', '现在还不能这样做', 'Not possible in this state', state],
  'resource-exhausted': ['quota', '次数或额度已用完', 'A quota or a rate is used up', again],
  aborted: ['transient', '与其他操作冲突', 'Another call got in the way', again],
  unavailable: ['transient', '暂时不可用', 'Not possible at the moment', again],
  'deadline-exceeded': [
    'transient',
    '处理超时，可能已经生效',
    'It took too long, and may have happened',
    state,
  ],
}

/** What the mini program finds wrong by itself. */
const kit: Words<KitErrorCode> = {
  timeout: ['transient', '等了太久，没有收到结果', 'No answer in time', network],
  'no-cloud': [
    'environment',
    '当前微信不支持云开发',
    'This WeChat has no cloud',
    {
      zh: ['升级微信：基础库需要 2.2.3 或以上。', '在开发者工具「详情」→「本地设置」里选择更新的基础库。'],
      en: [
        'Upgrade WeChat: the base library must be 2.2.3 or newer.',
        'In DevTools choose a newer base library under "Details".',
      ],
    },
  ],
  'no-environment': ['environment', '还没有配置云开发环境', 'No cloud environment is configured', configure],
  'no-local-cloud': [
    'environment',
    '连不上本机的云',
    'The local cloud does not answer',
    {
      zh: [
        '在项目目录运行 npm ci && npm start，让它一直开着，然后重试。',
        '若它报出的地址不是 8710 端口，把地址填到 miniprogram/env.ts 的 localCloud。',
        '手机连不到电脑上的 127.0.0.1：真机预览请在 env.ts 填云开发环境 ID。',
      ],
      en: [
        'Run npm ci && npm start in the project, leave it running, then try again.',
        'If it names another port than 8710, put that address into localCloud of miniprogram/env.ts.',
        'A phone cannot reach 127.0.0.1 of your computer: there use the id of a cloud environment.',
      ],
    },
  ],
  'bad-reply': [
    'bug',
    '云函数返回的不是约定的格式',
    'The function did not answer as agreed',
    {
      zh: [
        '云端可能还是旧版本或模板代码：重新上传函数 {function}。',
        '确认它的 main 由 defineFunction 创建。',
      ],
      en: [
        'The cloud may still run an old version or the template: upload {function} again.',
        'Make sure that its main is made by defineFunction.',
      ],
    },
  ],
  unknown: [
    'bug',
    '没有错误码，原因见错误文本',
    'No code: read the text',
    {
      zh: ['看错误文本；来自云函数的错误可在控制台日志里用请求 ID 查到。'],
      en: ['Read the text; an error of a function stands in the log of the console, by its request id.'],
    },
  ],
}

type OwnGroup = Group<ReplyErrorCode | KitErrorCode>

/** Codes of this kit, which are words. */
export const ownGroups: readonly OwnGroup[] = groupsOf(replies).concat(groupsOf(kit))

function groupsOf<Code extends ReplyErrorCode | KitErrorCode>(words: Words<Code>): OwnGroup[] {
  return (Object.keys(words) as Code[]).map(code => {
    const entry = words[code]
    return [entry[0], entry[3], [[code, entry[1], entry[2]]]]
  })
}
