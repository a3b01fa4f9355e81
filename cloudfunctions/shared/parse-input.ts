import * as v from 'valibot'
import { FunctionError } from './function-error'

/** How much of a refusal is told, so that a huge wrong input does not come back as a huge reply. */
const limits = { issues: 10, messageChars: 200 } as const

/**
 * The input as the schema makes it.
 *
 * @throws {FunctionError} `invalid-argument`, with one `{ path, message }` in `details` for each wrong field
 */
export function parseInput<Schema extends v.GenericSchema>(
  schema: Schema,
  input: unknown,
): v.InferOutput<Schema> {
  // A schema alone would take an array for an object.
  if (typeof input !== 'object' || Array.isArray(input)) {
    throw new FunctionError('invalid-argument', 'Wrong input: must be an object', [
      { path: '', message: 'must be an object' },
    ])
  }
  const result = v.safeParse(schema, input, { abortPipeEarly: true })
  if (result.success) return result.output
  const details = result.issues.slice(0, limits.issues).map(issue => ({
    path: cut(v.getDotPath(issue) ?? ''),
    message: cut(issue.message),
  }))
  const reasons = details.map(({ path, message }) => (path ? `"${path}": ${message}` : message))
  throw new FunctionError('invalid-argument', `Wrong input: ${reasons.join('; ')}`, details)
}

function cut(text: string): string {
  return text.length > limits.messageChars ? `${text.slice(0, limits.messageChars)}...` : text
}
