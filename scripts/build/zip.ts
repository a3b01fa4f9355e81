import { crc32 } from 'node:zlib'
import { deflateSync, Zip, type ZipInputFile } from 'fflate'

/** A file as a zip holds it, with the size and checksum of the original. */
export interface Compressed {
  data: Buffer<ArrayBuffer>
  /** Whether `data` is deflated, or the file as it stands. */
  deflated: boolean
  size: number
  crc: number
}

/** Of a file as small as this, deflating saves less than half a percent of a package, and takes longer than writing it. */
const STORED_BYTES = 2_048

/**
 * Deflates a file for a zip, once for all zips that hold it.
 *
 * In JavaScript, because the bytes that Node's own zlib makes depend on its version and on the processor. pako packs
 * tighter, fflate takes a quarter of the time: worth it for a large file that is kept, or for many small ones.
 */
export function compress(file: Uint8Array, by: 'pako' | 'fflate' = 'fflate'): Compressed {
  const about = { size: file.length, crc: crc32(file) }
  if (file.length <= STORED_BYTES) return { data: Buffer.from(file), deflated: false, ...about }
  const deflate = by === 'pako' ? loadPako().deflateRaw : deflateSync
  return { data: Buffer.from(deflate(file, { level: 9 })), deflated: true, ...about }
}

/** Most builds find the one file that it is for in the cache. */
function loadPako(): typeof import('pako') {
  return require('pako')
}

/** Fields of a date are stored as they read, so a local date gives the same bytes in every time zone. */
const DATE = new Date(2000, 0, 1)
/** What is smaller is copied together: that takes less time than a write of its own. */
const LARGE_BYTES = 64 * 1024
const UNIX = 3
const MODE = 0o100644

/**
 * A zip with the files at its root, as the platform wants it. The same files give the same bytes on every machine:
 * sorted names, a fixed date and mode.
 *
 * @returns the few pieces it consists of, in their order: most of a zip is the SDK, which is not to be copied for each
 */
export function makeZip(files: ReadonlyMap<string, Compressed>): Uint8Array[] {
  const pieces: Uint8Array[] = []
  let small: Uint8Array[] = []
  const flush = () => {
    if (small.length > 0) pieces.push(Buffer.concat(small))
    small = []
  }
  const zip = new Zip((error, data) => {
    if (error) throw error
    if (data.length < LARGE_BYTES) small.push(data)
    else {
      flush()
      pieces.push(data)
    }
  })
  for (const [filename, { data, deflated, size, crc }] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const file: ZipInputFile = {
      filename,
      size,
      crc,
      compression: deflated ? 8 : 0,
      mtime: DATE,
      os: UNIX,
      attrs: (MODE << 16) >>> 0,
    }
    zip.add(file)
    file.ondata?.(null, data, true)
  }
  zip.end()
  flush()
  return pieces
}
