/** Thrown for a request that no SDK could have sent; the gateway answers it with a 4xx. */
export class MalformedRequest extends Error {
  override readonly name = 'MalformedRequest'
}
