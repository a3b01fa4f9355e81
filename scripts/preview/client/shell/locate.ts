import { ADDRESSES } from '../addresses'
import type { UncaughtError } from '../outer'
import type { ShownProblem } from '../problems'

/** Where in the sources an error came from: asks the server for the first place in the mini program's code. */
export async function locate({ message, stack }: UncaughtError): Promise<ShownProblem> {
  const [, line, column] = /\/preview\/code\.js[^:]*:(\d+):(\d+)/.exec(stack) ?? []
  if (line === undefined) return { message }
  try {
    const response = await fetch(`${ADDRESSES.place}?line=${line}&column=${column}`)
    const place = (await response.json()) as Partial<ShownProblem>
    return { ...place, message }
  } catch (error) {
    // the server is gone or answers with no JSON: the message alone has to do
    if (error instanceof TypeError || error instanceof SyntaxError) return { message }
    throw error
  }
}
