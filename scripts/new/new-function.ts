import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { CONTRACT_FILE, contractLine } from '../check'
import { FUNCTIONS_DIR, functionNameAdvice, isFunctionName } from '../project/cloud-functions'
import { KitError } from '../project/kit-error'
import { writeWhole } from '../project/write-whole'
import { functionFiles } from './function-files'
import { readWiring } from './read-wiring'
import { writeNewFiles } from './write-new-files'

/**
 * Writes a new cloud function and its line in the contract.
 *
 * @returns the files that were written or changed, from the root of the project
 */
export function newFunction(root: string, name: string): string[] {
  if (!isFunctionName(name)) throw new KitError('usage', functionNameAdvice(name))
  if (existsSync(join(root, FUNCTIONS_DIR, name))) {
    throw new KitError('exists', `${FUNCTIONS_DIR}/${name} exists already; nothing was written`)
  }
  const contract = join(root, CONTRACT_FILE)
  const wired = addContractLine(readWiring(root, CONTRACT_FILE), name)
  const files = functionFiles(name)
  writeNewFiles(root, files)
  writeWhole(contract, wired)
  return [...files.keys(), CONTRACT_FILE]
}

/** The contract with one more line, in alphabetical order where the others are. */
export function addContractLine(text: string, name: string): string {
  const body = /^export interface Contract \{\r?\n([\s\S]*?)^\}/m.exec(text)
  if (!body)
    throw new KitError('usage', `${CONTRACT_FILE} has no "export interface Contract {" to add a line to`)
  const newline = text.includes('\r\n') ? '\r\n' : '\n'
  const start = body.index + body[0].indexOf('\n') + 1
  const lines = (body[1] ?? '').split(/(?<=\n)/).filter(line => line !== '')
  const after = lines.findIndex(line => keyOf(line).localeCompare(name) > 0)
  const place = after < 0 ? lines.length : after
  lines.splice(place, 0, `  ${contractLine(name)}${newline}`)
  return text.slice(0, start) + lines.join('') + text.slice(start + (body[1] ?? '').length)
}

function keyOf(line: string): string {
  return /^\s*['"]?([\w$-]+)/.exec(line)?.[1] ?? ''
}
