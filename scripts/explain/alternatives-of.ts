/** The texts that a pattern of the table stands for. Those patterns are plain texts, with `|` between them. */
export function alternativesOf({ source }: RegExp): string[] {
  return source.split('|').map(text =>
    text
      .replace(/\\b/g, '')
      .replace(/(?<!\\)\?/g, '')
      .replace(/\\(.)/g, '$1'),
  )
}
