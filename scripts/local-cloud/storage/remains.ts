import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { keyOfBlob } from './file-names'
import { orMissing } from './missing'

/** What Windows says of a file that somebody is reading. */
const HELD = new Set(['EBUSY', 'EPERM'])

/** Removes a file that is of no use any more; if it is held, `removeRemains` of the next run does it. */
export async function discard(file: string): Promise<void> {
  try {
    await rm(file, { force: true })
  } catch (error) {
    if (!HELD.has((error as NodeJS.ErrnoException).code ?? '')) throw error
  }
}

/**
 * Removes what a run left that was killed, or that could not remove it: blobs that no entry names, and entries that
 * never took their place. Nothing else in the folder is touched.
 *
 * @param blobOf the blob that the entry of an object names; undefined if there is no entry
 */
export async function removeRemains(
  dir: string,
  blobOf: (key: string) => Promise<string | undefined>,
): Promise<void> {
  const files = (await orMissing(readdir(dir, { withFileTypes: true }))) ?? []
  for (const { name } of files.filter(file => file.isFile())) {
    const key = keyOfBlob(name)
    if (key !== undefined && (await blobOf(key)) !== name) await discard(join(dir, name))
  }
}
