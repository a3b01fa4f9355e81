/**
 * Where a character of a JSON string's value stands in the string as it is written.
 *
 * @param written the string without its quotes, escapes and all
 * @param offset counted in the value, in UTF-16 units
 */
export function offsetInString(written: string, offset: number): number {
  let at = 0
  for (let passed = 0; passed < offset && at < written.length; passed++) {
    if (written[at] !== '\\') at += 1
    else at += written[at + 1] === 'u' ? 6 : 2
  }
  return at
}
