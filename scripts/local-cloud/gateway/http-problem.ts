import type { ContentfulStatusCode } from 'hono/utils/http-status'

/** A request that cannot be understood or is not allowed. Becomes the answer, and a line in the log. */
export class HttpProblem extends Error {
  override readonly name = 'HttpProblem'

  constructor(
    readonly status: Extract<ContentfulStatusCode, 400 | 403 | 404 | 413>,
    message: string,
  ) {
    super(message)
  }
}
