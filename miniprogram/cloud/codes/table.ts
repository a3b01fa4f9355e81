import type { ErrorCode, ErrorEntry, ErrorKind, Steps } from './entry'

type Rest = Partial<Pick<ErrorEntry, 'transient' | 'sure' | 'text' | 'docs'>>

/** A code with its meaning in both languages, then what is special about it, if only the words of the SDK. */
export type Row<Code extends ErrorCode = number> = readonly [
  code: Code,
  zh: string,
  en: string,
  rest?: string | Rest,
]

/** Codes that are of one kind and call for the same steps. */
export type Group<Code extends ErrorCode = number> = readonly [
  kind: ErrorKind,
  steps: Steps,
  rows: readonly Row<Code>[],
]

/** Reads a table. Unless a row says otherwise it is documented, and transient if that is its kind. */
export function readTable(groups: readonly Group<ErrorCode>[], docs?: string): ErrorEntry[] {
  const entries: ErrorEntry[] = []
  // Plain calls and indices: `for...of` and taking arrays apart are large in ES5.
  groups.forEach(group => {
    group[2].forEach(row => {
      const kind = group[0]
      const rest = row[3]
      const entry: ErrorEntry = {
        code: row[0],
        kind,
        meaning: { zh: row[1], en: row[2] },
        steps: group[1],
        transient: kind === 'transient',
        sure: 'documented',
        docs,
      }
      entries.push(Object.assign(entry, typeof rest === 'string' ? { text: rest } : rest))
    })
  })
  return entries
}
