import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type CloudFunction, FUNCTIONS_DIR } from '../project/cloud-functions'
import type { Problem } from '../project/problem'
import { placeOf } from '../project/text-place'

/** The file that tells the mini program every function's name and signature. */
export const CONTRACT_FILE = `${FUNCTIONS_DIR}/contract.ts`

/** The line of a function in the contract. Names that are no identifiers are quoted. */
export function contractLine(name: string): string {
  const key = /^[A-Za-z_$][\w$]*$/.test(name) ? name : `'${name}'`
  return `${key}: SignatureOf<typeof import('./${name}/index').main>`
}

/** One member of `interface Contract`. */
interface ContractEntry {
  name: string
  /** The module it is inferred from, as written: `./login/index`. */
  from: string
  offset: number
}

/** Holds the contract against the folders: a line too few, too many, or of another function is an error. */
export function checkContract(
  root: string,
  functions: readonly Pick<CloudFunction, 'name' | 'dir'>[],
): Problem[] {
  const file = join(root, CONTRACT_FILE)
  if (!existsSync(file)) {
    return [
      {
        severity: 'error',
        rule: 'contract-missing',
        message: `there is no ${CONTRACT_FILE}: the mini program takes the names and types of the functions from it`,
        file: CONTRACT_FILE,
      },
    ]
  }
  const text = readFileSync(file, 'utf8')
  return compare(text, readEntries(text), functions)
}

/**
 * The members of `interface Contract`. Each is one line by the rule of that file, which keeps reading it a matter of
 * one pattern, and a diff a matter of one line.
 */
function readEntries(text: string): ContractEntry[] {
  const start = text.search(/^export interface Contract\b/m)
  if (start < 0) return []
  const end = text.indexOf('\n}', start)
  const body = text.slice(start, end < 0 ? undefined : end)
  return [...body.matchAll(/^[ \t]*(['"]?)([\w$-]+)\1:.*?\bimport\((['"])(.+?)\3\)/gm)].map(match => ({
    name: match[2] ?? '',
    from: match[4] ?? '',
    offset: start + match.index + match[0].search(/\S/),
  }))
}

function compare(
  text: string,
  entries: readonly ContractEntry[],
  functions: readonly Pick<CloudFunction, 'name' | 'dir'>[],
): Problem[] {
  const problems: Problem[] = []
  const error = (rule: string, entry: ContractEntry | undefined, message: string, mend: string) =>
    problems.push({
      severity: 'error',
      rule,
      message,
      file: CONTRACT_FILE,
      ...(entry ? placeOf(text, entry.offset) : {}),
      mend,
    })
  for (const { name, dir } of functions) {
    if (!entries.some(entry => entry.name === name)) {
      const mend = `add this line to interface Contract in ${CONTRACT_FILE}:\n${contractLine(name)}`
      error(
        'contract-line-missing',
        undefined,
        `the cloud function "${name}" (${dir}) has no line in the contract`,
        mend,
      )
    }
  }
  for (const entry of entries) {
    if (!functions.some(({ name }) => name === entry.name)) {
      const message = `the contract has a line for "${entry.name}", but there is no folder ${FUNCTIONS_DIR}/${entry.name}`
      error('contract-line-extra', entry, message, 'remove the line, or add the function')
    } else if (!new RegExp(`^\\./${entry.name}(/index)?$`).test(entry.from)) {
      const message = `the line for "${entry.name}" takes its types from ${entry.from}`
      error('contract-line-wrong', entry, message, `write:\n${contractLine(entry.name)}`)
    }
  }
  return problems
}
