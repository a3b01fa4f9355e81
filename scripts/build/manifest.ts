import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { TimerTrigger } from '../project/function-config'

/** One function as it was built: an entry of `dist/manifest.json`. */
export interface BuiltFunction {
  name: string
  /** Over the names and contents of all files of the package. */
  sha256: string
  /** Of the package's own files, without the SDK chunk. */
  ownBytes: number
  /** Of all files of the package, unpacked. */
  bytes: number
  /** Of the zip; absent if none was written. */
  zipBytes?: number
  /** The openapi names that its `config.json` lists and its code calls. */
  openapi: string[]
  /** Names that the code calls and that are left out of `config.json` on purpose. */
  withheld: string[]
  triggers: TimerTrigger[]
}

/** The content of `dist/manifest.json`. */
export interface Manifest {
  version: 1
  functions: BuiltFunction[]
}

/** The manifest of the last build, or undefined if there is none that can be read. */
export function readManifest(distDir: string): Manifest | undefined {
  const file = join(distDir, 'manifest.json')
  if (!existsSync(file)) return undefined
  try {
    const manifest = JSON.parse(readFileSync(file, 'utf8')) as Manifest
    return manifest.version === 1 && Array.isArray(manifest.functions) ? manifest : undefined
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
