import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** A package has four files, one of them a link; a zip and a map come beside it. */
const PACKAGE_FILES = ['index.js', 'config.json', 'package.json']
const FILES_BESIDE = ['zip', 'map']
/** By a build, for each function. */
export const FILES_OF_PACKAGE = PACKAGE_FILES.length + FILES_BESIDE.length
const FILE_BYTES = 3_000

/**
 * Clears the way for the next run without deleting: for minutes after 500 files were deleted, ext4 takes twenty times
 * as long to create others on that part of the disk, since it gives their inodes to nobody yet.
 */
export function moveAside(dir: string): void {
  for (let number = 1; existsSync(dir); number++) {
    if (!existsSync(`${dir}.${number}`)) renameSync(dir, `${dir}.${number}`)
  }
}

/** Time to write what a build of so many functions writes, and nothing else; in milliseconds. `dir` must not be there. */
export function timeWriting(dir: string, functions: number): number {
  mkdirSync(dir)
  const content = Buffer.alloc(FILE_BYTES)
  const folders = Array.from({ length: functions }, (_, index) => join(dir, String(index)))
  const started = performance.now()
  for (const folder of folders) mkdirSync(folder)
  for (const folder of folders) for (const file of PACKAGE_FILES) writeFileSync(join(folder, file), content)
  for (const folder of folders)
    for (const ending of FILES_BESIDE) writeFileSync(`${folder}.${ending}`, content)
  return performance.now() - started
}
