import { crc32, deflateSync } from 'node:zlib'

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const ONE_BIT = 1
const INDEXED = 3

export interface TwoColours {
  /** Red, green, blue, each 0 to 255. */
  dark: readonly [number, number, number]
  light: readonly [number, number, number]
  /** Whether the light colour is see-through. */
  isLightClear: boolean
}

/**
 * A square PNG in two colours, drawn from a square of modules.
 *
 * https://www.w3.org/TR/png-3/
 *
 * @param modules rows of modules, true for dark
 * @param size pixels on each side
 */
export function encodePng(
  modules: readonly (readonly boolean[])[],
  size: number,
  { dark, light, isLightClear }: TwoColours,
): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(size, 0)
  header.writeUInt32BE(size, 4)
  header.set([ONE_BIT, INDEXED], 8)
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from([...light, ...dark])),
    chunk('tRNS', Buffer.from([isLightClear ? 0 : 255])),
    chunk('IDAT', deflateSync(drawRows(modules, size))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function drawRows(modules: readonly (readonly boolean[])[], size: number): Buffer {
  const drawn = modules.map(row => drawRow(row, size))
  return Buffer.concat(
    Array.from({ length: size }, (_, y) => drawn[Math.floor((y * modules.length) / size)] as Buffer),
  )
}

/** A row begins with its filter, which is none, and holds eight pixels a byte. */
function drawRow(row: readonly boolean[], size: number): Buffer {
  const bytes = Buffer.alloc(1 + Math.ceil(size / 8))
  for (let x = 0; x < size; x++) {
    if (!row[Math.floor((x * row.length) / size)]) continue
    const at = 1 + (x >> 3)
    bytes[at] = (bytes[at] ?? 0) | (0x80 >> (x & 7))
  }
  return bytes
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const framed = Buffer.alloc(body.length + 8)
  framed.writeUInt32BE(data.length, 0)
  body.copy(framed, 4)
  framed.writeUInt32BE(crc32(body), body.length + 4)
  return framed
}
