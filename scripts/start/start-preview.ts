import { existsSync } from 'node:fs'
import { join } from 'node:path'
import pc from 'picocolors'
import { countProblems, formatProblems } from '../cli/print-problems'
import type { Preview } from '../preview'

/** Starts the preview of a project; undefined if the project has no mini program. */
export async function startPreview(
  root: string,
  print: (text: string) => void,
): Promise<Preview | undefined> {
  if (!existsSync(join(root, 'miniprogram', 'app.json'))) return undefined
  // takes a moment to load, which `--no-preview` saves
  const { createPreview }: typeof import('../preview') = require('../preview')
  return await createPreview({
    root,
    onProblems(problems) {
      if (problems.length === 0) return print(pc.green('the mini program compiles again'))
      const count = countProblems(problems)
      print(
        `${formatProblems(problems)}\n${pc.red('the mini program does not compile')}: ${count}; the browser shows what ran before`,
      )
    },
  })
}
