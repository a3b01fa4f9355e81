import { requestFailed } from '../../database-error'
import { typeName } from '../../values/bson-type'
import { compareStrings } from '../../values/compare'
import { isNil } from '../../values/kinds'
import { isNumeric } from '../../values/numbers'
import type { Operator } from '../expression'
import { nullable, stringArgument, wholeArgument, withArguments } from './arguments'

/** As the server bounds a string that grows: https://www.mongodb.com/docs/manual/reference/limits/ (16 MB a document). */
const MAX_LENGTH = 16 * 1024 * 1024

/** A number or a date as text, null and missing as the empty string. */
function asText(value: unknown): string {
  if (isNil(value)) return ''
  if (typeof value === 'string') return value
  if (isNumeric(value)) return String(value)
  if (value instanceof Date) return value.toISOString()
  throw requestFailed(`can't convert from BSON type ${typeName(value)} to String`)
}

/** Only A to Z, as on the server. */
function lower(text: string): string {
  return text.replace(/[A-Z]+/g, letters => letters.toLowerCase())
}

function upper(text: string): string {
  return text.replace(/[a-z]+/g, letters => letters.toUpperCase())
}

function concat(...values: unknown[]): string {
  const text = values
    .map(value => {
      if (typeof value !== 'string')
        throw requestFailed(`$concat only supports strings, not ${typeName(value)}`)
      return value
    })
    .join('')
  if (text.length > MAX_LENGTH) throw requestFailed('$concat makes a string longer than 16 MB')
  return text
}

/** `$indexOfBytes` and `$indexOfCP`: the units are the bytes of UTF-8, or the characters. */
function indexOf<Units extends { length: number }>(
  name: string,
  unitsOf: (text: string) => Units,
  find: (units: Units, wanted: Units, from: number) => number,
): Operator {
  return withArguments(name, [2, 4], (text, wanted, from = 0, to) => {
    if (isNil(text)) return null
    const units = unitsOf(stringArgument(name, text))
    const sought = unitsOf(stringArgument(name, wanted))
    const start = wholeArgument(name, 'the start', from)
    const end = Math.min(to === undefined ? units.length : wholeArgument(name, 'the end', to), units.length)
    if (start < 0 || end < 0) throw requestFailed(`${name} requires a nonnegative start and end`)
    if (start > end) return -1
    const index = find(units, sought, start)
    return index >= 0 && index + sought.length <= end ? index : -1
  })
}

function findCharacters(characters: string[], wanted: string[], from: number): number {
  for (let i = from; i + wanted.length <= characters.length; i++) {
    if (wanted.every((character, offset) => characters[i + offset] === character)) return i
  }
  return -1
}

function substrBytes(value: unknown, from: unknown, count: unknown): string {
  const bytes = Buffer.from(asText(value))
  const start = wholeArgument('$substrBytes', 'the start', from)
  const length = wholeArgument('$substrBytes', 'the length', count)
  if (start < 0 || start >= bytes.length) return ''
  const end = length < 0 ? bytes.length : Math.min(start + length, bytes.length)
  if (insideCharacter(bytes, start)) {
    throw requestFailed('$substrBytes: Invalid range, starting index is a UTF-8 continuation byte')
  }
  if (insideCharacter(bytes, end)) {
    throw requestFailed('$substrBytes: Invalid range, ending index is in the middle of a UTF-8 character')
  }
  return bytes.toString('utf8', start, end)
}

function insideCharacter(bytes: Buffer, index: number): boolean {
  return index < bytes.length && ((bytes[index] as number) & 0b1100_0000) === 0b1000_0000
}

function substrCP(value: unknown, from: unknown, count: unknown): string {
  const start = wholeArgument('$substrCP', 'the start', from)
  const length = wholeArgument('$substrCP', 'the length', count)
  if (start < 0 || length < 0)
    throw requestFailed('$substrCP: the starting index and the length must be nonnegative')
  return [...asText(value)].slice(start, start + length).join('')
}

function split(value: unknown, by: unknown): string[] {
  const separator = stringArgument('$split', by)
  if (separator === '') throw requestFailed('$split requires a non-empty separator')
  return stringArgument('$split', value).split(separator)
}

export const STRINGS: Record<string, Operator> = {
  $concat: nullable('$concat', [0, Number.POSITIVE_INFINITY], concat),
  $indexOfBytes: indexOf(
    '$indexOfBytes',
    text => Buffer.from(text),
    (bytes, wanted, from) => bytes.indexOf(wanted, from),
  ),
  $indexOfCP: indexOf('$indexOfCP', text => [...text], findCharacters),
  $split: nullable('$split', [2, 2], split),
  $strLenBytes: withArguments('$strLenBytes', [1, 1], value =>
    Buffer.byteLength(stringArgument('$strLenBytes', value)),
  ),
  $strLenCP: withArguments('$strLenCP', [1, 1], value => [...stringArgument('$strLenCP', value)].length),
  $strcasecmp: withArguments('$strcasecmp', [2, 2], (a, b) =>
    Math.sign(compareStrings(upper(asText(a)), upper(asText(b)))),
  ),
  $substr: withArguments('$substr', [3, 3], substrBytes),
  $substrBytes: withArguments('$substrBytes', [3, 3], substrBytes),
  $substrCP: withArguments('$substrCP', [3, 3], substrCP),
  $toLower: withArguments('$toLower', [1, 1], value => lower(asText(value))),
  $toUpper: withArguments('$toUpper', [1, 1], value => upper(asText(value))),
}
