import type { Steps } from './entry'
import { argument, joined, openCloud, retry } from './steps'
import type { Group } from './table'

const token = joined(
  {
    zh: ['云调用不需要自己传 access_token：去掉手写的凭证。'],
    en: ['A call from the cloud needs no access_token: remove what is written by hand.'],
  },
  retry,
)
const openid: Steps = {
  zh: ['用 getWXContext().OPENID，不要用客户端传来的 openid；它必须属于当前小程序。'],
  en: ['Use getWXContext().OPENID, never one that the client sends; it must be of this mini program.'],
}
const appid: Steps = {
  zh: ['核对 AppID；code 必须由同一个小程序取得。', '若该能力被限制，到公众平台查看账号状态。'],
  en: [
    'Check the AppID; a code must come from the same mini program.',
    'If the feature is restricted, look at the account on the platform.',
  ],
}
const scene: Steps = {
  zh: [
    "小程序码的 scene 最多 32 个字符，只能是数字、英文字母和 !#$&'()*+,/:;=?@-._~。",
    '内容安全接口的 scene 只能是 1 至 4。',
  ],
  en: [
    "The scene of a code has at most 32 characters: digits, Latin letters and !#$&'()*+,/:;=?@-._~.",
    'The scene of a content check is a number from 1 to 4.',
  ],
}
const page: Steps = {
  zh: [
    '页面路径开头不加 /，不带参数，并且存在于已发布的版本。',
    '未发布的页面：把 checkPath 设为 false，或改 envVersion。',
  ],
  en: [
    'A page has no leading slash and no query, and is part of the released version.',
    'For an unreleased page set checkPath to false, or another envVersion.',
  ],
}
const link: Steps = {
  zh: ['对照文档检查 path、query、expireTime 和 envVersion。'],
  en: ['Check path, query, expireTime and envVersion against the documentation.'],
}
const linkPermission: Steps = {
  zh: ['URL Link / Scheme 只对国内非个人主体开放：到公众平台查看账号的类型和状态。'],
  en: ['Links are for non-personal accounts in mainland China: look at the type and state of the account.'],
}
const slower: Steps = {
  zh: ['降低调用频率，一分钟后重试；相同的请求用缓存。'],
  en: ['Call less often and try again in a minute; cache what is the same.'],
}
const tomorrow: Steps = {
  zh: ['当天的额度已用完：明天再试，或减少调用。'],
  en: ['The quota of the day is used up: try again tomorrow, or call less.'],
}
const body: Steps = {
  zh: ['检查参数是否齐全、格式是否正确，字段名用驼峰写法。'],
  en: ['Check that the arguments are complete and well formed, with names in camel case.'],
}
const visit: Steps = {
  zh: ['请用户重新进入小程序后再试（接口要求近两小时内访问过）。'],
  en: ['Let the user open the mini program again: the API wants a visit within two hours.'],
}
const customerService: Steps = {
  zh: ['用户发消息后 48 小时内最多回复 5 条：等用户再次发消息。'],
  en: ['A user message allows 5 answers within 48 hours: wait for the next one.'],
}

/**
 * Codes of the openapis that mini programs commonly call: positive numbers. A table, hence longer than other files.
 * The SDK has no words for them; the platform sends its own.
 */
export const openapiGroups: readonly Group[] = [
  [
    'transient',
    token,
    [
      [40001, '调用凭证无效', 'Invalid credential'],
      [40014, '不合法的 access_token', 'Invalid access_token'],
    ],
  ],
  [
    'permission',
    linkPermission,
    [
      [40002, '没有生成权限', 'No permission to generate'],
      [85407, '没有生成链接的权限', 'No permission to make links'],
      [85408, '生成链接的权限被封禁', 'Making links is banned'],
    ],
  ],
  [
    'bug',
    openid,
    [
      [40003, '不合法的 OpenID', 'Invalid OpenID'],
      [43104, 'AppID 与 openid 不匹配', 'The openid does not match the AppID'],
    ],
  ],
  [
    'bug',
    body,
    [
      [40004, '不合法的媒体类型', 'Invalid media type'],
      [43002, '需要用 POST 请求', 'Needs a POST request'],
      [44002, 'POST 的数据为空', 'The request has no data'],
      [47001, '数据格式错误或缺少参数', 'Malformed data or a missing argument'],
    ],
  ],
  ['permission', appid, [[40013, 'AppID 不合法或不匹配', 'The AppID is invalid or does not match']]],
  [
    'caller',
    {
      zh: ['重新获取 code：只能用一次，5 分钟内有效。'],
      en: ['Get a new code: it can be used once, within 5 minutes.'],
    },
    [[40029, 'code 无效或已使用', 'The code is invalid or was used']],
  ],
  [
    'bug',
    {
      zh: ['到公众平台「订阅消息」复制模板 ID，并确认它属于当前 AppID。'],
      en: ['Copy the template id from the platform and make sure that it belongs to this AppID.'],
    },
    [[40037, '订阅消息的模板 ID 不合法', 'Invalid template id']],
  ],
  [
    'bug',
    joined(argument, {
      zh: ['envVersion 只能是 release、trial、develop。'],
      en: ['envVersion is release, trial or develop.'],
    }),
    [[40097, '参数错误', 'Invalid arguments']],
  ],
  [
    'caller',
    scene,
    [
      [40129, 'scene 不合法', 'Invalid scene'],
      [40169, 'scene 长度不合法', 'Invalid length of scene'],
    ],
  ],
  [
    'caller',
    page,
    [
      [40159, '页面路径为空或过长', 'The path is empty or too long'],
      [41030, '页面不存在或路径不正确', 'The page does not exist'],
    ],
  ],
  [
    'caller',
    link,
    [
      [40165, '页面路径填写错误', 'Wrong page path'],
      [40212, 'query 填写错误', 'Wrong query'],
      [85401, '有效期必须在 1 分钟到 30 天之间', 'The time must be from 1 minute to 30 days'],
      [85402, 'envVersion 填写错误', 'Wrong envVersion'],
    ],
  ],
  [
    'caller',
    {
      zh: [
        '在点击事件里调用 wx.requestSubscribeMessage，请用户再次同意。',
        '一次性订阅：同意一次只能下发一条。',
      ],
      en: ['Ask again with wx.requestSubscribeMessage in a tap handler.', 'One consent allows one message.'],
    },
    [
      [
        43101,
        '用户没有订阅，或订阅次数已用完',
        'The user has not subscribed, or the subscription is used up',
      ],
    ],
  ],
  [
    'permission',
    {
      zh: ['到公众平台查看账号和模板是否被封禁。'],
      en: ['Look on the platform whether the account or the template is banned.'],
    },
    [[43107, '订阅消息能力被封禁', 'Subscribe messages are banned']],
  ],
  [
    'transient',
    {
      zh: ['对同一用户逐条发送，等上一条返回再发下一条。'],
      en: ['Send to one user one message after the other.'],
    },
    [[43108, '并发下发消息给同一个用户', 'Concurrent messages to one user']],
  ],
  [
    'quota',
    slower,
    [
      [44990, '调用频率超过每秒上限', 'Over the limit of one second', { transient: true }],
      [44991, '超出每分钟调用限制', 'Over the limit of one minute', { transient: true }],
      [45011, '调用太频繁', 'Called too often', { transient: true }],
      [87020, '重复请求超出限制', 'Repeated requests over the limit'],
    ],
  ],
  [
    'quota',
    tomorrow,
    [
      [44993, '超出单天生成数量上限', 'Over the limit of one day'],
      [45009, '超出接口调用限额', 'Over the quota of the API'],
      [85406, '链接单天访问次数超过上限', 'Over the visits of one day'],
    ],
  ],
  [
    'caller',
    customerService,
    [
      [45015, '超过客服消息的回复时限', 'Too late to answer the user', { sure: 'seen' }],
      [45047, '客服消息条数超限', 'Too many answers to the user', { sure: 'seen' }],
    ],
  ],
  [
    'quota',
    {
      zh: ['改用 wxacode.getUnlimited：它没有总数限制。'],
      en: ['Use wxacode.getUnlimited, which has no total limit.'],
    },
    [[45029, '小程序码总数达到上限', 'The total number of codes is used up']],
  ],
  [
    'caller',
    { zh: ['检查下发内容，去掉敏感词。'], en: ['Remove the forbidden word from the message.'] },
    [[45168, '消息命中敏感词', 'The message has a forbidden word']],
  ],
  [
    'bug',
    {
      zh: [
        '逐项核对 data：thing 不超过 20 个字符、time 为 24 小时制、不能为空。',
        '错误文本里的 data.xxx.value 指出了是哪一项。',
      ],
      en: [
        'Check each value: a thing has at most 20 characters, a time is in 24 hours, none is empty.',
        'The text of the error names the value: data.xxx.value.',
      ],
    },
    [[47003, '模板参数不符合要求', 'An argument of the template is invalid']],
  ],
  [
    'permission',
    {
      zh: ['到公众平台确认该账号已获得此接口的权限。'],
      en: ['Make sure on the platform that the account has this API.'],
    },
    [[48001, '接口未授权', 'The API is not authorised']],
  ],
  ['caller', visit, [[61010, '用户近两小时内没有访问小程序', 'The user was not here within two hours']]],
  [
    'permission',
    { zh: ['不再向该用户发送此消息。'], en: ['Do not send this message to this user.'] },
    [[70000, '为保护未成年人，消息发送失败', 'Not sent, to protect minors']],
  ],
  [
    'environment',
    { zh: ['先发布小程序，再生成链接。'], en: ['Release the mini program first.'] },
    [[85079, '小程序没有线上版本', 'The mini program is not released']],
  ],
  ['environment', openCloud, [[85088, '未开通云开发', 'The cloud is not open']]],
  [
    'caller',
    { zh: ['换一个参数名。'], en: ['Use another name.'] },
    [[85096, '不能使用保留参数 scancode_time', 'scancode_time is reserved']],
  ],
  [
    'caller',
    {
      zh: ['提示用户修改内容。', '改用 2.0 版本接口：违规内容在 result.suggest 里返回，不再抛错。'],
      en: [
        'Ask the user to change the content.',
        'Use version 2 of the API, which returns result.suggest instead of throwing.',
      ],
    },
    [[87014, '内容可能违规', 'The content is risky']],
  ],
]
