import { cssLength } from '../client/css-length'

/** How the selectors and addresses of one file are rewritten. */
export interface WxssOptions {
  /** Put before every class, so that it holds in one component only; '' for none. */
  classPrefix: string
  /** What `:host` stands for. */
  host: string
  /** A selector that narrows each rule down without weight of its own, such as `:where(...)`; '' for none. */
  where: string
  /** The address of a file that is written in the styles. */
  url(path: string): string
}

/** At-rules that hold rules. */
const GROUPS = new Set(['media', 'supports', 'layer', 'container'])

/**
 * WXSS as CSS: classes get the prefix of their component, `view` becomes `wx-view`, rpx become a share of the phone's
 * width. `vh` leaves out the bars around the page. Syntax is not checked here.
 */
export function transformWxss(text: string, options: WxssOptions): string {
  const scanner = { text: text.replace(/\/\*[\s\S]*?(?:\*\/|$)/g, ' '), at: 0 }
  return rules(scanner, options)
}

interface Scanner {
  text: string
  at: number
}

function rules(scanner: Scanner, options: WxssOptions): string {
  let css = ''
  while (scanner.at < scanner.text.length) {
    const { part, end } = readPart(scanner)
    const prelude = part.trim()
    if (end === '{') css += `${block(scanner, prelude, options)}\n`
    else if (prelude !== '') css += `${prelude};\n`
    if (end === '}') break
  }
  return css
}

function block(scanner: Scanner, prelude: string, options: WxssOptions): string {
  const name = /^@(?:-\w+-)?([\w-]+)/.exec(prelude)?.[1]
  if (name === undefined) return `${selectors(prelude, options)}{${declarations(scanner, options)}}`
  if (GROUPS.has(name)) return `${prelude}{${rules(scanner, options)}}`
  if (name !== 'keyframes') return `${prelude}{${declarations(scanner, options)}}`
  let frames = ''
  for (;;) {
    const { part, end } = readPart(scanner)
    if (end !== '{') return `${prelude}{${frames}}`
    frames += `${part.trim()}{${declarations(scanner, options)}}`
  }
}

function declarations(scanner: Scanner, options: WxssOptions): string {
  let css = ''
  for (;;) {
    const { part, end } = readPart(scanner)
    const text = part.trim()
    if (end === '{') css += `${selectors(text, { ...options, where: '' })}{${declarations(scanner, options)}}`
    else if (text !== '') css += `${values(text, options)};`
    if (end === '}' || end === '') return css
  }
}

/** Everything up to the next `{`, `}` or `;` that stands outside of strings and brackets. */
function readPart(scanner: Scanner): { part: string; end: string } {
  const pattern = /"(?:\\[\s\S]|[^"\\])*"|'(?:\\[\s\S]|[^'\\])*'|url\([^)'"]*\)|\\[\s\S]|[()[\]{};]/g
  pattern.lastIndex = scanner.at
  let depth = 0
  for (let match = pattern.exec(scanner.text); match; match = pattern.exec(scanner.text)) {
    const [token] = match
    if (token === '(' || token === '[') depth++
    else if (token === ')' || token === ']') depth--
    else if (token.length === 1 && (depth <= 0 || token === '}')) {
      const part = scanner.text.slice(scanner.at, match.index)
      scanner.at = match.index + 1
      return { part, end: token }
    }
  }
  const part = scanner.text.slice(scanner.at)
  scanner.at = scanner.text.length
  return { part, end: '' }
}

const SELECTOR_PART =
  /"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|\[[^\]]*\]|:host\b|::?[\w-]+|\.(-?[A-Za-z_\u0080-\uffff](?:[\w-]|[\u0080-\uffff]|\\.)*)|#(?:[\w-]|\\.)+|\*|[A-Za-z][\w-]*|[\s\S]/g

/** At the start of a selector stands the condition, behind the tag if there is one: `wx-view:where(...)`. */
function selectors(text: string, { classPrefix, host, where }: WxssOptions): string {
  let css = ''
  let depth = 0
  let isStart = true
  for (const [token, className] of text.matchAll(SELECTOR_PART)) {
    const isSpace = /^\s$/.test(token)
    const isTag = token === '*' || /^[A-Za-z]/.test(token)
    if (isStart && depth === 0 && !isSpace && !isTag) css += where
    if (className !== undefined) css += `.${classPrefix}${className}`
    else if (token === ':host') css += host
    else if (isTag && token !== '*' && !(depth > 0 && isArgument(token))) css += `wx-${token}`
    else css += token
    if (isStart && depth === 0 && isTag) css += where
    if (token === '(') depth++
    if (token === ')') depth--
    if (!isSpace) isStart = token === ',' && depth === 0
  }
  return css
}

/** `2n+1`, `odd` and the like in `:nth-child()`, and the languages of `:lang()`. */
function isArgument(word: string): boolean {
  return /^(?:n|odd|even|of|[a-z]{2}|n-\d+)$/.test(word)
}

const VALUE_PART =
  /"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|url\(\s*(?:"([^"]*)"|'([^']*)'|([^)'"]*))\s*\)|(?<![\w#-])(-?(?:\d+\.?\d*|\.\d+))(rpx|vh)\b/g

function values(text: string, { url }: WxssOptions): string {
  return text.replace(VALUE_PART, (token, double, single, bare, number, unit) => {
    if (unit !== undefined) return cssLength(Number(number), unit)
    const address = double ?? single ?? bare?.trim()
    return address === undefined ? token : `url(${JSON.stringify(url(address))})`
  })
}
