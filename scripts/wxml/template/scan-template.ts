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

/** What stands between `{{` and `}}`. */
export interface TemplateExpression {
  text: string
  offset: number
}

/** What a scan finds; expressions outside of tags only. */
export interface ScannedTemplate {
  tags: Tag[]
  expressions: TemplateExpression[]
}

const TAG_START = /<(?:!--|([A-Za-z][\w.:-]*))|\{\{/g
const ATTRIBUTE = /[\s/]*([^\s/>=]+)(\s*=\s*)?/y
const STRING_OR_END = /'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|\}\}/g

/**
 * The tags of a template, in the order of the text. The compiler says whether the syntax is right, but not what the
 * template holds; this reads what the compiler has found in order, and makes the best of the rest.
 */
export function scanTemplate(text: string): ScannedTemplate {
  const tags: Tag[] = []
  const expressions: TemplateExpression[] = []
  for (let at = 0; ; ) {
    TAG_START.lastIndex = at
    const match = TAG_START.exec(text)
    if (!match) return { tags, expressions }
    const [start, name] = match
    if (start === '{{') {
      at = endOfExpression(text, match.index)
      expressions.push(expressionAt(text, match.index, at))
    } else if (name === undefined) {
      at = after(text, '-->', match.index)
    } else {
      const { tag, end } = readTag(text, name, match.index + 1)
      tags.push(tag)
      at = end
    }
  }
}

/** The expressions of a template, those in the text first. */
export function expressionsIn({ tags, expressions }: ScannedTemplate): TemplateExpression[] {
  const inAttributes = tags.flatMap(({ attributes }) =>
    attributes.flatMap(({ value = '', valueOffset }) =>
      expressionsOf(value).map(found => ({ ...found, offset: valueOffset + found.offset })),
    ),
  )
  return [...expressions, ...inAttributes]
}

/** The expressions in the value of an attribute, which may hold several. */
function expressionsOf(value: string): TemplateExpression[] {
  const expressions: TemplateExpression[] = []
  for (let start = value.indexOf('{{'); start >= 0; ) {
    const end = endOfExpression(value, start)
    expressions.push(expressionAt(value, start, end))
    start = value.indexOf('{{', end)
  }
  return expressions
}

function expressionAt(text: string, start: number, end: number): TemplateExpression {
  return { text: text.slice(start + 2, end - 2), offset: start + 2 }
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
