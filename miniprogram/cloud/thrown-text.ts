/** Longer texts are cut: a reply can have a megabyte, and nobody reads on. */
const MAX_LENGTH = 16_000
const MAX_DEPTH = 5
/** Where an error keeps its words: messages first, then what may hold a whole error again. */
const PARTS = 'errMsg errmsg message errorMessage stackTrace error err cause data'.split(' ')

/**
 * One text from anything that can be thrown or handed to `fail`: a string, an `Error`, `{ errCode, errMsg }`, such an
 * object as JSON or inside another one, the function log's `{ errorMessage, stackTrace }`, or nothing at all.
 */
export function thrownText(thrown: unknown): string {
  return textOf(thrown, 0).trim().slice(0, MAX_LENGTH)
}

function textOf(thrown: unknown, depth: number): string {
  if (typeof thrown === 'string') return fromString(thrown, depth)
  if (typeof thrown !== 'object' || thrown === null) return String(thrown)
  if (depth >= MAX_DEPTH) return ''
  return fromObject(thrown as Record<string, unknown>, depth) || json(thrown)
}

function fromString(text: string, depth: number): string {
  if (depth >= MAX_DEPTH || text.length > MAX_LENGTH || !/^\s*[{["]/.test(text)) return text
  try {
    return textOf(JSON.parse(text), depth + 1)
  } catch (error) {
    if (error instanceof SyntaxError) return text
    throw error
  }
}

function fromObject(object: Record<string, unknown>, depth: number): string {
  let text = ''
  // Plain calls: `for...of` is large in ES5.
  PARTS.forEach(name => {
    const part = object[name]
    if (part === undefined || part === null || part === '') return
    const more = textOf(part, depth + 1)
    if (!text.includes(more)) text += text ? ` | errMsg: ${more}` : more
  })
  const code = object.errCode ?? object.errcode ?? object.code
  const isNew =
    (typeof code === 'number' || typeof code === 'string') && code !== '' && !text.includes(String(code))
  if (!isNew) return text
  return text ? `errCode: ${code} | errMsg: ${text}` : `errCode: ${code}`
}

function json(value: object): string {
  try {
    return JSON.stringify(value)
  } catch (error) {
    // A circle or a BigInt; or too deep.
    if (error instanceof TypeError || error instanceof RangeError)
      return Object.prototype.toString.call(value)
    throw error
  }
}
