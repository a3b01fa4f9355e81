/** https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/sec-check/security.msgSecCheck.html */
const LABELS = {
  ads: 10001,
  politics: 20001,
  porn: 20002,
  abuse: 20003,
  crime: 20006,
  fraud: 20008,
  vulgar: 20012,
  copyright: 20013,
  other: 21000,
} as const

export const NORMAL = 100

/** From https://developers.weixin.qq.com/miniprogram/dev/framework/security.msgSecCheck-v1.html */
const SAMPLE = '特3456书yuuo莞6543李zxcz蒜7782法fgnv级'
const MARKER = new RegExp(`(risky|review)-(${Object.keys(LABELS).join('|')})`)

export interface TextVerdict {
  suggest: 'pass' | 'review' | 'risky'
  label: number
  /** The words that gave it away. */
  keyword?: string
}

/**
 * What the security check says of a text. The local cloud judges no meaning: risky is the documentation's sample
 * text, and risky or to be reviewed is a text that holds one of the kit's own marks, `risky-<label>` or
 * `review-<label>`, with a label such as `ads`, `abuse` or `other`.
 */
export function judgeText(text: string): TextVerdict {
  if (text.includes(SAMPLE)) return { suggest: 'risky', label: LABELS.other, keyword: SAMPLE }
  const [keyword, suggest, label] = MARKER.exec(text) ?? []
  if (keyword === undefined) return { suggest: 'pass', label: NORMAL }
  return { suggest: suggest as 'risky' | 'review', label: LABELS[label as keyof typeof LABELS], keyword }
}
