import { stringifyEjson } from './ejson'

/** An `_id` in a reply: a string or a number as it is, anything else as extended JSON. */
export function idForReply(id: unknown): unknown {
  return typeof id === 'string' || typeof id === 'number' ? id : JSON.parse(stringifyEjson(id))
}

/** An `_id` in the server's message about a duplicate. */
export function idForMessage(id: unknown): string {
  return typeof id === 'string'
    ? JSON.stringify(id)
    : typeof id === 'number'
      ? String(id)
      : stringifyEjson(id)
}
