import type { Steps } from './entry'
import { argument, cloudId, crossAccount, environment, joined, openCloud, retry, smaller } from './steps'
import type { Group } from './table'

const cloudCallDocs = 'https://developers.weixin.qq.com/miniprogram/dev/wxcloud/guide/openapi/openapi.html'

const permission: Steps = {
  zh: [
    '打开 cloudfunctions/{function}/config.json（必须是发起调用的这个云函数的目录），在 permissions.openapi 里加入 {openapi}，保留已有的条目。',
    '运行 npm run build，再用微信开发者工具对该云函数「上传并部署：所有文件」。按文档，只有开发者工具的上传会应用 config.json。',
    '权限有最长 10 分钟的缓存：上传后稍等再试。',
    '本地调试不校验 config.json，所以本地正常、线上报错并不矛盾。',
  ],
  en: [
    'Open cloudfunctions/{function}/config.json (the folder of the function that makes the call) and add {openapi} to permissions.openapi, keeping what is there.',
    'Run npm run build, then upload the function with WeChat DevTools: "upload and deploy: all files". By the documentation only an upload from DevTools applies config.json.',
    'Permissions are cached for up to ten minutes: wait, then try again.',
    'Local debugging does not enforce config.json: that it works there proves nothing.',
  ],
}
const container: Steps = {
  zh: ['查看云托管服务的状态、日志和费用。'],
  en: ['Look at the state, the log and the bill of the Cloud Run service.'],
}

/** Codes of the WeChat servers: first digit 6, and two of Cloud Run. A table, hence longer than other files. */
export const wechatGroups: readonly Group[] = [
  [
    'transient',
    retry,
    [
      [-601001, '微信后台系统错误', 'System error of WeChat', 'system error'],
      [-601003, '微信后台系统网络错误', 'Network error of WeChat'],
      [
        -601008,
        '服务端内部请求超时',
        'A request inside the server timed out',
        'server-side request timedout',
      ],
      [-604102, '云调用超时', 'The openapi call timed out', 'call open API timeout'],
      [-604103, '云调用系统错误', 'System error of the openapi call', 'call open API system error'],
    ],
  ],
  [
    'bug',
    argument,
    [
      [-601002, '微信后台系统参数错误', 'Wrong parameters to WeChat'],
      [-605101, 'HTTP API 的查询语句解析失败', 'The query of the HTTP API could not be parsed'],
      [102005, '云托管：无效的 HTTP 方法', 'Cloud Run: invalid HTTP method'],
    ],
  ],
  ['permission', openCloud, [[-601004, 'API 无权限', 'No permission for the API', 'api permission denied']]],
  [
    'caller',
    cloudId,
    [
      [-601005, '非法的 cloudID', 'Invalid cloudID'],
      [-601006, 'cloudID 已过期', 'The cloudID has expired'],
      [-601007, 'cloudID 和当前用户不匹配', 'The cloudID is of another user'],
    ],
  ],
  [
    'environment',
    {
      zh: ['给管理该账号的帐户绑定手机号后再开通云开发。'],
      en: ['Bind a mobile number to the account, then open the cloud.'],
    },
    [[-601009, '账号缺少手机号', 'The account has no mobile number']],
  ],
  [
    'permission',
    crossAccount,
    [
      [-601010, '缺少写权限', 'No permission to write'],
      [-601011, '无权限', 'No permission'],
      [-601013, '没有多端/跨账号权限', 'No permission across platforms or accounts'],
      [-601015, '拒绝访问：cloudbase_auth 返回空 errCode', 'Refused: cloudbase_auth returned no errCode'],
      [-601016, '拒绝访问：无环境 auth 信息', 'Refused: the environment has no auth information'],
      [-601017, '拒绝访问：cloudbase_auth 返回非 0 errCode', 'Refused: cloudbase_auth returned an error'],
      [-601018, '未授权的 API', 'The API is not authorised', 'unauthorized API'],
      [
        -602018,
        '未授权的 API（SDK 里写成了这个代码）',
        'The API is not authorised (a slip of the SDK for -601018)',
        { text: 'unauthorized API', sure: 'seen' },
      ],
      [-601022, '调用资源方云函数 cloudbase_auth 失败', "The owner's cloudbase_auth could not be called"],
      [-601023, '资源方 cloudbase_auth 返回无效回包', "The owner's cloudbase_auth gave an invalid reply"],
    ],
  ],
  ['permission', environment, [[-601012, '无权限访问该环境', 'No permission for the environment']]],
  ['environment', environment, [[-601027, '环境不存在', 'The environment does not exist']]],
  [
    'environment',
    openCloud,
    [[-601034, '当前 AppID 没有开通云服务', 'The cloud is not open for this AppID']],
  ],
  [
    'quota',
    smaller,
    [
      [
        -602001,
        '数据库查询结果超过 1 MB',
        'The query result is larger than 1 MB',
        { text: 'database query result size exceed limit (1MB)', sure: 'seen' },
      ],
      [
        -604001,
        '云函数回包超过 1 MB',
        'The reply of the function is larger than 1 MB',
        'cloudfunction result size exceed limit (1MB)',
      ],
      [-606001, '请求包超过 100 KB', 'The request is larger than 100 KB'],
      [-606002, '响应包超过 1 MB', 'The response is larger than 1 MB'],
    ],
  ],
  [
    'bug',
    {
      zh: [
        '检查接口名 {openapi} 的拼写；npm run check 会给出最接近的名称。',
        '确认该接口支持云调用，并升级 wx-server-sdk。',
      ],
      en: [
        'Check the spelling of {openapi}; npm run check names the nearest one.',
        'Make sure that it can be called from the cloud, and upgrade wx-server-sdk.',
      ],
    },
    [[-604100, 'openapi 接口不存在', 'The openapi does not exist', 'API not found']],
  ],
  [
    'permission',
    permission,
    [
      [
        -604101,
        '云函数没有调用此 openapi 的权限',
        'The function has no permission to call this openapi',
        { text: 'function has no permission to call this API', docs: cloudCallDocs },
      ],
    ],
  ],
  [
    'permission',
    {
      zh: ['按文档，云调用要在由小程序或定时器触发的云函数里发起：检查这次调用是从哪里来的。'],
      en: [
        'By the documentation an openapi call needs a function triggered by the mini program or by a timer: check where this call came from.',
      ],
    },
    [
      [
        -604104,
        '非法的调用来源',
        'Illegal source of the call',
        { text: 'illegal source of invocation', docs: cloudCallDocs },
      ],
    ],
  ],
  [
    'quota',
    { zh: ['在控制台充值后重试。'], en: ['Pay in the console, then try again.'] },
    [[-606003, '账号欠费', 'The account is in arrears']],
  ],
  ['permission', container, [[-606006, '不允许未登录模式请求', 'Not for users who are not logged in']]],
  ['transient', joined(container, retry), [[102002, '云托管调用超时', 'The Cloud Run call timed out']]],
]
