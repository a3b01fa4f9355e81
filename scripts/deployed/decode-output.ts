import { isUtf8 } from 'node:buffer'
import { stripVTControlCharacters } from 'node:util'

/**
 * What a program printed, without colours. Chinese Windows may print in its own code page, where everything else is
 * UTF-8.
 */
export function decodeOutput(bytes: Uint8Array): string {
  return stripVTControlCharacters(new TextDecoder(isUtf8(bytes) ? 'utf-8' : 'gb18030').decode(bytes))
}
