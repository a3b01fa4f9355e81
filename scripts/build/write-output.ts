import {
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { type FileContent, writeWhole } from '../project/write-whole'
import type { MadePackage } from './make-packages'
import { SDK_FILE, type SdkChunk } from './sdk-chunk'
import type { Swap } from './swap'

/** Writes the next `dist/cloudfunctions/` beside the current one. */
export function stage(
  swap: Swap,
  packages: readonly MadePackage[],
  kept: readonly string[],
  chunk: SdkChunk,
): void {
  mkdirSync(swap.next, { recursive: true })
  // all folders first: a folder that is made between files costs ext4 half as much again
  for (const { built } of packages) mkdirSync(join(swap.next, built.name))
  for (const { built, files } of packages) {
    const dir = join(swap.next, built.name)
    for (const [name, text] of files) {
      const before = join(swap.current, built.name, name)
      // no file here is ever changed in place, so two outputs may share it; creating one is slow on many disks
      if (holds(before, text)) linkOrCopy(before, join(dir, name))
      else writeFileSync(join(dir, name), text)
    }
    linkOrCopy(chunk.path, join(dir, SDK_FILE))
  }
  for (const name of kept) linkFolder(join(swap.current, name), join(swap.next, name))
}

/**
 * Makes a folder hold exactly `files` (name without suffix, content) and those of `kept` that it has already.
 * Each file is replaced in one step.
 */
export function writeFolder(
  dir: string,
  suffix: string,
  files: ReadonlyMap<string, FileContent>,
  kept: readonly string[],
): void {
  mkdirSync(dir, { recursive: true })
  for (const file of readdirSync(dir)) {
    const name = file.endsWith(suffix) ? file.slice(0, -suffix.length) : undefined
    if (name === undefined || !(files.has(name) || kept.includes(name)))
      rmSync(join(dir, file), { recursive: true })
  }
  for (const [name, content] of files) {
    const file = join(dir, name + suffix)
    if (!holds(file, content)) writeWhole(file, content)
  }
}

function holds(file: string, content: FileContent): boolean {
  return existsSync(file) && readFileSync(file).equals(bytesOf(content))
}

function bytesOf(content: FileContent): Buffer {
  if (typeof content === 'string') return Buffer.from(content)
  return content instanceof Uint8Array ? Buffer.from(content) : Buffer.concat(content)
}

function linkFolder(from: string, to: string): void {
  if (!existsSync(from)) return
  mkdirSync(to)
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    if (entry.isDirectory()) linkFolder(join(from, entry.name), join(to, entry.name))
    else linkOrCopy(join(from, entry.name), join(to, entry.name))
  }
}

/** Where a link is not possible: another disk, a file system without links, too many links to one file. */
const NO_LINK = new Set(['EXDEV', 'EPERM', 'ENOTSUP', 'ENOSYS', 'EMLINK', 'EACCES', 'UNKNOWN'])

/** A hundred packages share one SDK chunk of 1 MB; links keep it one on disk too. */
function linkOrCopy(from: string, to: string): void {
  try {
    linkSync(from, to)
  } catch (error) {
    if (!NO_LINK.has((error as NodeJS.ErrnoException).code ?? '')) throw error
    copyFileSync(from, to)
  }
}
