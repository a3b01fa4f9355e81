import { encode } from 'uqr'
import { encodePng, type TwoColours } from './png'

/** Light modules around the code, which scanners need. */
const QUIET_ZONE = 4

/**
 * A picture in place of a mini program code: a QR code that holds the text itself. A phone that scans it shows what a
 * real code would lead to.
 *
 * @param text what the code would lead to
 * @param size pixels on each side
 */
export function codeImage(text: string, size: number, colours: TwoColours): Buffer {
  return encodePng(encode(text, { border: QUIET_ZONE }).data, size, colours)
}
