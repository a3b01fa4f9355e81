import type { Bilingual } from '../../../miniprogram/cloud/error-codes'

/** What the project around an error tells about it. */
export interface Finding<Topic extends string = string, Data = unknown> {
  topic: Topic
  /** For programs. */
  data: Data
  /** The same for people. */
  lines: Bilingual[]
}

/** What a text names. */
export interface Named {
  functionName?: string
  openapi?: string
}

/** What was found, and the names that it turned up. */
export interface Answer<Found extends Finding = Finding> extends Named {
  finding: Found
}

export function line(en: string, zh: string): Bilingual {
  return { en, zh }
}

/** A line without words: a name, a piece of code. */
export function sameLine(text: string): Bilingual {
  return { en: text, zh: text }
}

/** `a, b, c`; in Chinese `a、b、c`. */
export function listed(names: readonly string[]): Bilingual {
  return { en: names.join(', '), zh: names.join('、') }
}
