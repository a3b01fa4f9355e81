/** One attribute of a tag. Offsets are in the text of the template. */
export interface Attribute {
  name: string
  offset: number
  /** Undefined for a name alone, such as `hidden`. */
  value: string | undefined
  valueOffset: number
}

/** One opening tag. */
export interface Tag {
  name: string
  /** Of the name. */
  offset: number
  attributes: Attribute[]
  /** What stands inside `<wxs>`. */
  script?: { text: string; offset: number }
}

const TAG_START = /<(?:!--|([A-Za-z][\w.:-]*))|\{\{/g
const ATTRIBUTE = /[\s/]*([^\s/>=]+)(\s*=\s*)?/y
const STRING_OR_END = /'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|\}\}/g

/**
 * The tags of a template, in the order of the text. The compiler says whether the syntax is right, but not what the
 * template holds; this reads what the compiler has found in order, and makes the best of the rest.
 */
export function scanTemplate(text: string): Tag[] {
  const tags: Tag[] = []
  TAG_START.lastIndex = 0
  for (let at = 0; ; ) {
    TAG_START.lastIndex = at
    const match = TAG_START.exec(text)
    if (!match) return tags
    const [start, name] = match
    if (start === '{{') {
      at = endOfExpression(text, match.index)
    } else if (name === undefined) {
      at = after(text, '-->', match.index)
    } else {
      const { tag, end } = readTag(text, name, match.index + 1)
      tags.push(tag)
      at = end
    }
  }
}

function readTag(text: string, name: string, offset: number): { tag: Tag; end: number } {
  const attributes: Attribute[] = []
  let at = offset + name.length
  for (;;) {
    ATTRIBUTE.lastIndex = at
    const match = ATTRIBUTE.exec(text)
    if (!match) break
    const [all, attributeName = '', equals] = match
    const end = match.index + all.length
    const nameOffset = end - (equals ?? '').length - attributeName.length
    const value = equals === undefined ? undefined : readValue(text, end)
    attributes.push({
      name: attributeName,
      offset: nameOffset,
      value: value?.text,
      valueOffset: value?.offset ?? nameOffset,
    })
    at = value?.end ?? end
  }
  const close = after(text, '>', at)
  const isEmpty = text[close - 2] === '/'
  if (name !== 'wxs' || isEmpty) return { tag: { name, offset, attributes }, end: close }
  const end = text.indexOf('</wxs', close)
  const script = { text: text.slice(close, end < 0 ? undefined : end), offset: close }
  return { tag: { name, offset, attributes, script }, end: end < 0 ? text.length : end }
}

function readValue(text: string, at: number): { text: string; offset: number; end: number } {
  const quote = text[at]
  if (quote !== '"' && quote !== "'") {
    const [plain = ''] = /^[^\s>]*/.exec(text.slice(at)) ?? []
    return { text: plain, offset: at, end: at + plain.length }
  }
  let end = at + 1
  while (end < text.length && text[end] !== quote)
    end = text.startsWith('{{', end) ? endOfExpression(text, end) : end + 1
  return { text: text.slice(at + 1, end), offset: at + 1, end: end + 1 }
}

/** Where `{{ ... }}` ends; strings in it may hold braces. */
function endOfExpression(text: string, start: number): number {
  STRING_OR_END.lastIndex = start + 2
  for (let match = STRING_OR_END.exec(text); match; match = STRING_OR_END.exec(text))
    if (match[0] === '}}') return STRING_OR_END.lastIndex
  return text.length
}

function after(text: string, end: string, from: number): number {
  const at = text.indexOf(end, from)
  return at < 0 ? text.length : at + end.length
}

/** Whether a value holds `{{ }}`, so that only the running page knows it. */
export function isDynamic(value: string): boolean {
  return value.includes('{{')
}

export function attributeOf(tag: Tag, name: string): Attribute | undefined {
  return tag.attributes.find(attribute => attribute.name === name)
}
