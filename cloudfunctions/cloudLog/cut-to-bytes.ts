/** The longest beginning of `text` that has at most `bytes` bytes in UTF-8 and ends with a whole character. */
export function cutToBytes(text: string, bytes: number): string {
  const encoded = Buffer.from(text)
  if (encoded.length <= bytes) return text
  let end = bytes
  // A byte of the form 10xxxxxx continues a character: step back to where that character begins.
  while (end > 0 && ((encoded[end] ?? 0) & 0b1100_0000) === 0b1000_0000) end--
  return encoded.toString('utf8', 0, end)
}
