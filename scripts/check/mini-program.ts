import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Problem } from '../project/problem'
import { findSecrets, type ShippedFile } from './secrets'

const MINI_PROGRAM_DIR = 'miniprogram'
/** Larger files are pictures and the like. */
const READ_AT_MOST_BYTES = 1_000_000

/** What would go wrong with the mini program, as far as its files tell. */
export function checkMiniProgram(root: string): Problem[] {
  return findSecrets(filesBelow(root, MINI_PROGRAM_DIR))
}

function filesBelow(root: string, dir: string): ShippedFile[] {
  if (!existsSync(join(root, dir))) return []
  return readdirSync(join(root, dir), { withFileTypes: true }).flatMap(entry => {
    const path = `${dir}/${entry.name}`
    if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : filesBelow(root, path)
    const absolute = join(root, path)
    if (statSync(absolute).size > READ_AT_MOST_BYTES) return [{ path }]
    return [{ path, text: readFileSync(absolute, 'utf8') }]
  })
}
