import type { Location } from 'esbuild'
import type { Place } from '../../project/text-place'

/** A place as editors count it: esbuild counts columns from 0 and in bytes of UTF-8. */
export function esbuildPlace({ line, column, lineText }: Location): Place {
  return { line, column: Buffer.from(lineText).subarray(0, column).toString().length + 1 }
}
