/** A place in a text as editors show it: both counted from 1. */
export interface Place {
  line: number
  column: number
}

/** The line and column of an offset in a text. Counts `\n` only, so CRLF files come out right too. */
export function placeOf(text: string, offset: number): Place {
  const before = text.slice(0, offset)
  const lineStart = before.lastIndexOf('\n') + 1
  return { line: before.split('\n').length, column: offset - lineStart + 1 }
}
