import { readFile, realpath } from 'node:fs/promises'
import { extname, join, sep } from 'node:path'
import { MINI_PROGRAM_DIR } from '../project/mini-program'
import { respond } from './respond'

/** What a mini program may show; sources are not served. */
const TYPES: Readonly<Record<string, string>> = {
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
  '.mp3': 'audio/mpeg',
  '.wav': 'audio/wav',
  '.mp4': 'video/mp4',
}
const NOT_THERE = new Set(['ENOENT', 'ENOTDIR', 'EISDIR', 'ENAMETOOLONG', 'ERR_INVALID_ARG_VALUE'])

/** Whether a file of the mini program is one that the browser may ask for. */
export function isServed(path: string): boolean {
  return extname(path).toLowerCase() in TYPES
}

/** A picture or the like of the mini program, by its path from the program's root. */
export async function miniProgramFile(root: string, pathname: string): Promise<Response | undefined> {
  const type = TYPES[extname(pathname).toLowerCase()]
  if (type === undefined) return undefined
  try {
    const dir = await realpath(join(root, MINI_PROGRAM_DIR))
    const file = await realpath(join(dir, decodeURIComponent(pathname)))
    // a link may lead elsewhere, and so may `%2e%2e`
    return file.startsWith(dir + sep) ? respond(type, await readFile(file)) : undefined
  } catch (error) {
    if (error instanceof URIError || NOT_THERE.has((error as NodeJS.ErrnoException).code ?? ''))
      return undefined
    throw error
  }
}
