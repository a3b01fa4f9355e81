import { nearestName } from './nearest-name'

/** Says that no cloud function has a name, and which is meant or which there are. */
export function unknownFunctionAdvice(name: string, known: readonly string[]): string {
  const nearest = nearestName(name, known)
  const choice =
    nearest === undefined ? `there are: ${known.join(', ') || 'none'}` : `did you mean ${nearest}?`
  return `there is no cloud function "${name}"; ${choice}`
}
