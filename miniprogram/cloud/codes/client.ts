import { argument, logs, network, retry, watch } from './steps'
import type { Group } from './table'

const subscribeDocs = {
  docs: 'https://developers.weixin.qq.com/miniprogram/dev/api/open-api/subscribe-message/wx.requestSubscribeMessage.html',
}

/** Codes of the SDK inside the mini program: first digit 4, and -1; at the end those of wx.requestSubscribeMessage. */
export const clientGroups: readonly Group[] = [
  [
    'bug',
    {
      zh: [
        '看错误文本里写了什么；openapi 返回 -1 表示微信系统繁忙，稍后重试。',
        '确认调用之前已经执行 wx.cloud.init。',
      ],
      en: [
        'Read the text of the error; from an openapi, -1 means that WeChat is busy: try again later.',
        'Make sure that wx.cloud.init ran before the call.',
      ],
    },
    [
      [
        -1,
        '通用错误，平台没有给出更具体的代码',
        'General error: the platform gives no code of its own',
        'unknown error',
      ],
    ],
  ],
  [
    'permission',
    {
      zh: ['确认云开发已开通，且当前 AppID 有权使用此能力。'],
      en: ['Make sure that the cloud is open and that this AppID may use the API.'],
    },
    [[-401001, '无权限使用此 API', 'No permission to use this API']],
  ],
  [
    'bug',
    argument,
    [
      [-401002, 'API 传入参数错误', 'Wrong arguments to the API'],
      [-401003, 'API 传入参数类型错误', 'An argument of the wrong type'],
    ],
  ],
  [
    'bug',
    {
      zh: ['只写入普通的数据对象，去掉循环引用。'],
      en: ['Write plain data only, without circular references.'],
    },
    [[-402001, '传入的数据有循环引用', 'The data refers to itself']],
  ],
  [
    'transient',
    watch,
    [
      [-402002, '初始化监听失败', 'The watcher could not start'],
      [-402003, '重连 WebSocket 失败', 'The watcher could not reconnect'],
      [-402004, '重建监听失败', 'The watcher could not be rebuilt'],
      [-402005, '关闭监听失败', 'The watcher could not be closed'],
      [-402006, '监听收到服务器错误信息', 'The watcher got an error from the server'],
      [-402007, '监听从服务器收到非法数据', 'The watcher got invalid data'],
      [-402008, 'WebSocket 连接异常', 'The WebSocket failed'],
      [-402009, 'WebSocket 连接断开', 'The WebSocket was closed'],
      [-402010, '检查包序失败', 'Messages of the watcher came out of order'],
      [-402011, '监听时的未知异常', 'Unknown failure of the watcher'],
    ],
  ],
  [
    'quota',
    {
      zh: ['压缩文件，或在选择文件时限制大小。'],
      en: ['Compress the file, or limit its size when it is chosen.'],
    },
    [[-403001, '上传的文件超出大小上限', 'The file is too large']],
  ],
  [
    'transient',
    retry,
    [
      [-404001, '云函数调用内部失败：空回包', 'Call failed inside: empty result', 'empty call result'],
      [-404002, '云函数调用内部失败：空 eventid', 'Call failed inside: no event id', 'empty event id'],
      [-404003, '云函数调用内部失败：空 pollurl', 'Call failed inside: no poll url', 'empty poll url'],
      [
        -404004,
        '云函数调用内部失败：空的轮询结果',
        'Call failed inside: empty poll result',
        'empty poll result json',
      ],
      [
        -404005,
        '超出最大正常结果轮询尝试次数',
        'The result did not come within the allowed polls',
        'exceed max poll retry',
      ],
      [
        -404006,
        '云函数调用内部失败：空 base resp',
        'Call failed inside: empty base resp',
        'empty poll result base resp',
      ],
      [-404007, '轮询结果的 errcode 不为 0', 'The poll result carries an error'],
      [-404008, '轮询状态码异常', 'The polling server answered with an odd status'],
      [-404009, '轮询处理异常', 'An error while polling for the result'],
    ],
  ],
  [
    'transient',
    network,
    [
      [
        -404010,
        '函数结果已过期：调用后网络中断，或小程序切到后台太久',
        'The result expired: the network failed, or the app stayed in the background',
      ],
      [
        -404012,
        '轮询超时次数过多，多为客户端网络异常',
        'Polling timed out too often, mostly the network of the phone',
        'polling exceed max timeout retry',
      ],
    ],
  ],
  [
    'bug',
    logs,
    [
      [
        -404011,
        '云函数执行失败（客户端的外层代码）',
        'The function failed (a wrapper by the client)',
        'cloud function execution error',
      ],
    ],
  ],
  [
    'bug',
    {
      zh: [
        '核对模板 ID：到公众平台「订阅消息」复制，并确认它属于当前 AppID。',
        '一次最多请求 5 个模板，类型要相同。',
      ],
      en: [
        'Compare the template id with the one on the platform; it must be of this AppID.',
        'Ask for at most 5 templates of the same type at once.',
      ],
    },
    [
      [10004, '模板 ID 的类型不对', 'The template id is no text', subscribeDocs],
      [20001, '没有这个模板', 'There is no such template', subscribeDocs],
    ],
  ],
  [
    'transient',
    network,
    [
      [10002, '获取订阅模板失败', 'The templates could not be loaded', subscribeDocs],
      [10003, '发送订阅请求失败', 'The consent could not be sent', subscribeDocs],
      [10005, '小程序在后台，无法弹出订阅窗口', 'The app is in the background', subscribeDocs],
    ],
  ],
  [
    'caller',
    {
      zh: ['请用户打开右上角「…」→「设置」→「通知管理」，允许接收消息。'],
      en: ['Let the user allow messages in the settings of the mini program.'],
    },
    [[20004, '用户关闭了订阅消息的总开关', 'The user switched all messages off', subscribeDocs]],
  ],
  [
    'permission',
    {
      zh: ['到公众平台查看账号是否被封禁。'],
      en: ['Look on the platform whether the account is banned.'],
    },
    [[20005, '小程序被禁止下发订阅消息', 'The mini program is banned from messages', subscribeDocs]],
  ],
]
