import { closeSync, openSync, renameSync, writeFileSync } from 'node:fs'

/** What goes into a file; pieces are written one behind the other. */
export type FileContent = string | Uint8Array | readonly Uint8Array[]

/** Writes a file so that a reader finds the old one or the new one, never half of it. */
export function writeWhole(file: string, content: FileContent): void {
  const making = `${file}.${process.pid}.tmp`
  const descriptor = openSync(making, 'w')
  try {
    for (const piece of Array.isArray(content) ? content : [content]) writeFileSync(descriptor, piece)
  } finally {
    closeSync(descriptor)
  }
  renameSync(making, file)
}
