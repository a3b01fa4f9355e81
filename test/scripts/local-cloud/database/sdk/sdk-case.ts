import type { Doc } from '../../../../../scripts/local-cloud/database'

// biome-ignore lint/suspicious/noExplicitAny: the published types of the SDK refuse correct calls
export type Loose = any

/** What a case gets from the real SDK. */
export interface SdkTools {
  cloud: Loose
  db: Loose
  _: Loose
  $: Loose
  /** A collection of its own. */
  items: Loose
  /** The name of that collection. */
  name: string
}

/** In what a case expects: any text that holds this one. The cases are read outside of jest, too. */
export class Containing {
  constructor(readonly text: string) {}
}

export function containing(text: string): Containing {
  return new Containing(text)
}

/** A call of the SDK with what the program that makes it shall see. */
export interface SdkCase {
  name: string
  /** The documents of the collection. */
  docs?: Doc[]
  run(tools: SdkTools): Promise<unknown>
  expected: unknown
}
