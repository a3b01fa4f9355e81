import { createHash } from 'node:crypto'
import type { InspectedFunction } from '../check'
import type { Problem } from '../project/problem'
import type { BundledFunction } from './bundle'
import type { BuiltFunction } from './manifest'
import { SDK_FILE, type SdkChunk } from './sdk-chunk'
import { type Compressed, compress, makeZip } from './zip'

/** The largest zip that CloudBase CLI takes; no limit of DevTools' own is documented. */
export const ZIP_LIMIT_BYTES = 50_000_000

/** One function, ready to be written: everything of it but the SDK chunk, which all share. */
export interface MadePackage {
  built: BuiltFunction
  /** By name in the package; without the SDK chunk. */
  files: Map<string, string>
  /** In pieces. */
  zip?: readonly Uint8Array[]
  map: string
}

/** Makes the package of a function from its bundle. Pure: writes nothing. */
export function makePackage(
  item: InspectedFunction,
  bundled: BundledFunction,
  chunk: SdkChunk,
  options: { zip: boolean },
): MadePackage {
  const files = new Map([
    ['config.json', item.configText],
    ['index.js', bundled.code],
    ['package.json', packageJson(item)],
  ])
  const zip = options.zip ? zipPackage(files, chunk) : undefined
  const ownBytes = [...files.values()].reduce((sum, text) => sum + Buffer.byteLength(text), 0)
  return {
    built: {
      name: item.name,
      sha256: hashPackage(files, chunk),
      ownBytes,
      bytes: ownBytes + chunk.bytes,
      ...(zip ? { zipBytes: zip.reduce((sum, piece) => sum + piece.length, 0) } : {}),
      openapi: item.openapi,
      withheld: item.withheld,
      triggers: item.config.triggers,
    },
    files,
    ...(zip ? { zip } : {}),
    map: bundled.map,
  }
}

/** A package that the platform would refuse. */
export function checkSize({ built }: MadePackage, limit = ZIP_LIMIT_BYTES): Problem[] {
  if (built.zipBytes === undefined || built.zipBytes <= limit) return []
  return [
    {
      severity: 'error',
      rule: 'package-too-large',
      message: `the package of "${built.name}" is ${built.zipBytes} bytes zipped, more than the ${limit} that CloudBase CLI takes`,
      file: `cloudfunctions/${built.name}`,
      mend: "name large packages in the function's own package.json, so that they are installed in the cloud instead",
    },
  ]
}

function packageJson({ name, dependencies }: InspectedFunction): string {
  return `${JSON.stringify({ name: name.toLowerCase(), version: '1.0.0', main: 'index.js', dependencies }, null, 2)}\n`
}

function zipPackage(files: ReadonlyMap<string, string>, chunk: SdkChunk): Uint8Array[] {
  const entries = [...files].map(([name, text]): [string, Compressed] => [name, compress(Buffer.from(text))])
  return makeZip(new Map([...entries, [SDK_FILE, chunk.compressed]]))
}

function hashPackage(files: ReadonlyMap<string, string>, chunk: SdkChunk): string {
  const hash = createHash('sha256')
  for (const [name, text] of files)
    hash.update(`${name} ${createHash('sha256').update(text).digest('hex')}\n`)
  return hash.update(`${SDK_FILE} ${chunk.sha256}\n`).digest('hex')
}
