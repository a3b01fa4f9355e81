import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'jsonc-parser'
import { FUNCTIONS_DIR, findFunctions } from './cloud-functions'
import type { Problem } from './problem'

const NOT_FOUND = /^Cannot find module (?:or type declarations for side-effect import of )?'([^'./][^']*)'/

/**
 * The mend of a type error about a package that the `package.json` of a function names: the cloud installs it, but its
 * types are looked for here.
 */
export function packageMend(root: string, { message, file }: Problem): string | undefined {
  const [, specifier] = NOT_FOUND.exec(message) ?? []
  if (specifier === undefined || !file?.startsWith(`${FUNCTIONS_DIR}/`)) return undefined
  const name = specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/')
  for (const { packageFile } of findFunctions(root).functions) {
    const range = rangeIn(join(root, packageFile), name)
    if (range !== undefined)
      return `${packageFile} has the cloud install it; install it here too, for its types: npm install --save-dev "${name}@${range}"`
  }
  return undefined
}

function rangeIn(file: string, name: string): string | undefined {
  if (!existsSync(file)) return undefined
  const { dependencies = {} } = (parse(readFileSync(file, 'utf8')) ?? {}) as {
    dependencies?: Record<string, string>
  }
  return Object.hasOwn(dependencies, name) ? dependencies[name] : undefined
}
