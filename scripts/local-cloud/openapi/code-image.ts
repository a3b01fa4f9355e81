import { createHash } from 'node:crypto'
import { encodePng, type TwoColours } from './png'

/** Modules on each side, and the quiet ones around them. */
const MODULES = 33
const MARGIN = 3
const FINDER = 7

/**
 * A picture in place of a mini program code: it looks like a code, is the same for the same text and another for
 * another, and cannot be scanned.
 *
 * @param text what the code would lead to
 * @param size pixels on each side
 */
export function codeImage(text: string, size: number, colours: TwoColours): Buffer {
  return encodePng(pattern(text), size, colours)
}

function pattern(text: string): boolean[][] {
  const bits = createHash('shake256', { outputLength: Math.ceil(MODULES ** 2 / 8) })
    .update(text)
    .digest()
  const side = Array.from({ length: MODULES + 2 * MARGIN }, (_, index) => index - MARGIN)
  return side.map(y => side.map(x => isDark(x, y, bits)))
}

function isDark(x: number, y: number, bits: Buffer): boolean {
  if (x < 0 || y < 0 || x >= MODULES || y >= MODULES) return false
  const far = MODULES - FINDER
  const finder = finderAt(x, y) ?? finderAt(x - far, y) ?? finderAt(x, y - far)
  if (finder !== undefined) return finder
  const bit = y * MODULES + x
  return (((bits[bit >> 3] ?? 0) >> (bit & 7)) & 1) === 1
}

/** One of the three corner squares with its light border; undefined outside of it. */
function finderAt(x: number, y: number): boolean | undefined {
  if (x < -1 || y < -1 || x > FINDER || y > FINDER) return undefined
  const fromCentre = Math.max(Math.abs(x - 3), Math.abs(y - 3))
  return fromCentre <= 1 || fromCentre === 3
}
