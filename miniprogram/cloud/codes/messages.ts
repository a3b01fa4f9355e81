import type { ErrorCode, ErrorEntry } from './entry'
import { environment, joined, network, openCloud } from './steps'

/** A text that says more than the code beside it, or that comes without one. Transient if that is its kind. */
export interface KnownMessage extends Pick<ErrorEntry, 'kind' | 'meaning' | 'steps' | 'sure'> {
  /** Found in the raw text. */
  pattern: RegExp
  /** The causes that it refines. A text may come without any code, so `unknown` is always among them. */
  of: readonly ErrorCode[]
}

/** A text that says what a code says. */
export interface CodeName {
  pattern: RegExp
  code: ErrorCode
}

/** String codes of CloudBase and texts that stand for a code. https://docs.cloudbase.net/error-code/basic */
export const codeNames: readonly CodeName[] = [
  { pattern: /\bINVALID_ENV\b/, code: -501005 },
  { pattern: /\bDATABASE_PERMISSION_DENIED\b/, code: -502003 },
  { pattern: /\bSTORAGE_EXCEED_AUTHORITY\b/, code: -503002 },
  { pattern: /\bEXCEED_MAX_PAYLOAD_SIZE\b/, code: -606001 },
  { pattern: /\bEXCEED_MAX_RESPONSE_SIZE\b/, code: -604001 },
  { pattern: /callFunction'? of undefined|of undefined \(reading 'callFunction'\)/, code: 'no-cloud' },
]

/** The first one that fits counts. */
export const knownMessages: readonly KnownMessage[] = [
  {
    pattern: /Environment not found|env not exists/i,
    of: [-501000],
    kind: 'environment',
    meaning: { zh: '云开发环境不存在', en: 'The cloud environment does not exist' },
    steps: environment,
    sure: 'seen',
  },
  {
    pattern: /FunctionName parameter could not be found|FUNCTION_NOT_FOUND/i,
    of: [-501000],
    kind: 'environment',
    meaning: { zh: '这个环境里没有该云函数', en: 'The environment has no such function' },
    steps: {
      zh: [
        '上传函数 {function}：在开发者工具里右键它的目录，「上传并部署：所有文件」。',
        '若已上传，核对函数名和 miniprogram/env.ts 里的环境 ID。',
      ],
      en: [
        'Upload {function} with DevTools: "upload and deploy: all files".',
        'If it is there, compare its name and the environment id in miniprogram/env.ts.',
      ],
    },
    sure: 'seen',
  },
  {
    pattern: /Cannot find module/,
    of: [-504002, -404011],
    kind: 'bug',
    meaning: { zh: '云函数缺少依赖模块', en: 'The function lacks a module' },
    steps: {
      zh: [
        '运行 npm run build 后重新上传：构建会把依赖打进包里。',
        '无法打包的依赖写进函数自己的 package.json，上传时选「云端安装依赖」。',
      ],
      en: [
        'Run npm run build and upload again: the build bundles the packages.',
        'Name what cannot be bundled in the package.json of the function and install in the cloud.',
      ],
    },
    sure: 'seen',
  },
  {
    pattern: /\bwx is not defined/,
    of: [-504002, -404011],
    kind: 'bug',
    meaning: { zh: '云函数里没有 wx 对象', en: 'A function has no wx' },
    steps: {
      zh: ['在云函数里用 wx-server-sdk（cloudfunctions/shared/cloud.ts），不要用 wx。'],
      en: ['In a function use wx-server-sdk (cloudfunctions/shared/cloud.ts) instead of wx.'],
    },
    sure: 'seen',
  },
  {
    pattern: /\bECONNREFUSED\b|\bETIMEDOUT\b|\bENOTFOUND\b|\bECONNRESET\b/,
    of: [-504002, -404011],
    kind: 'bug',
    meaning: { zh: '云函数连不上它要访问的服务', en: 'The function cannot reach another service' },
    steps: {
      zh: ['检查函数里访问的地址：云端访问不到本机（127.0.0.1）和内网。', '给外部请求设置超时，并处理失败。'],
      en: [
        'Check the address: the cloud reaches neither your machine (127.0.0.1) nor your network.',
        'Give the request a time limit and handle its failure.',
      ],
    },
    sure: 'seen',
  },
  {
    pattern: /Cloud API isn't enabled|call wx\.cloud\.init first/,
    of: [-1],
    kind: 'environment',
    meaning: { zh: '还没有执行 wx.cloud.init', en: 'wx.cloud.init has not run' },
    steps: joined(
      {
        zh: ['先调用 initCloud（miniprogram/cloud/init.ts），再使用云能力。'],
        en: ['Call initCloud (miniprogram/cloud/init.ts) before any cloud API.'],
      },
      environment,
    ),
    sure: 'documented',
  },
  {
    pattern: /invalid scope/,
    of: [-1],
    kind: 'environment',
    meaning: {
      zh: '未开通云开发，或开通不到十分钟',
      en: 'The cloud is not open, or not yet for ten minutes',
    },
    steps: openCloud,
    sure: 'documented',
  },
  {
    pattern: /request:fail|net::ERR_/,
    of: [-1],
    kind: 'transient',
    meaning: { zh: '网络请求失败', en: 'The network request failed' },
    steps: network,
    sure: 'inferred',
  },
]
