/** An answer is longer than it may be. */
export class TooLarge extends Error {}

/**
 * The body of a response, of which no more than `maxBytes` is ever held.
 *
 * @throws {TooLarge}
 */
export async function readText(response: Response, maxBytes: number): Promise<string> {
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength
    if (bytes > maxBytes) throw new TooLarge()
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}
