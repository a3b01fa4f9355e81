import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

const root = path.resolve(__dirname, '../../../miniprogram')

/** A file of the mini program that is shipped to phones. */
export interface MiniProgramFile {
  /** From `miniprogram/`, with `/`. */
  path: string
  text: string
}

/** Every shipped file; types and their configuration stay at home. */
export function miniProgramFiles(extension = ''): MiniProgramFile[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => path.join(entry.parentPath, entry.name))
    .map(file => ({ path: path.relative(root, file).replace(/\\/g, '/'), text: readFileSync(file, 'utf8') }))
    .filter(file => file.path.endsWith(extension))
    .filter(file => !file.path.startsWith('typings/') && file.path !== 'tsconfig.json')
}

export function miniProgramJson<T>(file: string): T {
  return JSON.parse(readFileSync(path.join(root, file), 'utf8'))
}
