import { clientGroups } from './codes/client'
import type { ErrorCode, ErrorEntry } from './codes/entry'
import { codeNames, knownMessages } from './codes/messages'
import { openapiGroups } from './codes/openapi'
import { ownGroups } from './codes/own'
import { logs, retry } from './codes/steps'
import { readTable } from './codes/table'
import { tencentGroups } from './codes/tencent'
import { wechatGroups } from './codes/wechat'

export type {
  Bilingual,
  Certainty,
  ErrorCode,
  ErrorEntry,
  ErrorKind,
  KitErrorCode,
  Language,
  Steps,
} from './codes/entry'
export { codeNames, knownMessages } from './codes/messages'

const cloudDocs = 'https://developers.weixin.qq.com/miniprogram/dev/wxcloudservice/wxcloud/reference/errcode'
const openapiDocs = 'https://developers.weixin.qq.com/doc/oplatform/developers/errCode/errCode.html'

/** Every code that is explained, in the order of the tables. Pure data: scripts read it too. */
export const errorCodes: ReadonlyMap<ErrorCode, ErrorEntry> = new Map(
  readTable(clientGroups.concat(tencentGroups, wechatGroups), cloudDocs)
    .concat(readTable(openapiGroups, openapiDocs), readTable(ownGroups))
    .map(entry => [entry.code, entry]),
)

/**
 * What is known of a code: its entry, made more exact by the text that came with it. A code that is in no table gets
 * an entry that says so, with what its digits tell.
 *
 * @param text the raw text of the error
 */
export function explainCode(code: ErrorCode, text = ''): ErrorEntry {
  const entry = errorCodes.get(code) ?? unlisted(code)
  const message = knownMessages.find(
    ({ pattern, of }) => (code === 'unknown' || of.includes(code)) && pattern.test(text),
  )
  if (!message) return entry
  const { kind, meaning, steps, sure } = message
  return Object.assign({}, entry, { kind, transient: kind === 'transient', meaning, steps, sure })
}

/** The code that a text without any number stands for. */
export function codeNamedIn(text: string): ErrorCode | undefined {
  return codeNames.find(({ pattern }) => pattern.test(text))?.code
}

const sides: Readonly<Record<string, [zh: string, en: string]>> = {
  4: ['小程序端 SDK', 'the SDK in the mini program'],
  5: ['腾讯云', 'Tencent Cloud'],
  6: ['微信后台', 'the WeChat servers'],
}
const areas: Readonly<Record<string, [zh: string, en: string]>> = {
  '01': ['通用', 'in general'],
  '02': ['数据库', 'about the database'],
  '03': ['文件存储', 'about storage'],
  '04': ['云函数', 'about functions'],
}

/** First digit: whose error it is; the next two: what it is about. */
function unlisted(code: ErrorCode): ErrorEntry {
  const digits = String(code).replace('-', '')
  const side = sides[digits.charAt(0)]
  const area = areas[digits.slice(1, 3)]
  const isCloud = typeof code === 'number' && code < 0 && digits.length === 6 && side && area
  return {
    code,
    kind: 'bug',
    transient: false,
    meaning: isCloud
      ? {
          zh: `未收录的代码：${side[0]}，${area[0]}`,
          en: `A code that is not listed: from ${side[1]}, ${area[1]}`,
        }
      : { zh: '未收录的代码', en: 'A code that is not listed' },
    steps: { zh: logs.zh.concat(retry.zh.slice(1)), en: logs.en.concat(retry.en.slice(1)) },
    sure: 'inferred',
    docs: typeof code === 'number' && code > 0 ? openapiDocs : cloudDocs,
  }
}
