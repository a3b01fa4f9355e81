import { renameSync, writeFileSync } from 'node:fs'

/** Writes a file so that a reader finds the old one or the new one, never half of it. */
export function writeWhole(file: string, content: string | Uint8Array): void {
  const making = `${file}.${process.pid}.tmp`
  writeFileSync(making, content)
  renameSync(making, file)
}
