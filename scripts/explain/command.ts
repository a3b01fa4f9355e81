import { Command, Option } from 'commander'
import type { Language } from '../../miniprogram/cloud/error-codes'
import { KitError } from '../project/kit-error'
import { unknownFunctionAdvice } from '../project/unknown-function'
import { type ExplainOptions, type Explanation, explain } from './explanation'
import { type FoundError, findErrors } from './find-errors'
import { formatAll, formatFixed, formatJson, type Output } from './format-output'
import { type Input, readInput } from './input'
import { languageOption } from './language-option'
import { readLogLine } from './log-line'
import { type Project, projectAround } from './project/project'
import { terminalLanguage } from './terminal-language'

interface Flags {
  file?: string
  function?: string
  lang?: Language
  fix?: boolean
  json?: boolean
  docs?: boolean
}

const NOT_KNOWN = 2
const MAX_PASTED = 16_000
const MAX_PASTED_LINES = 30

/** `kit explain` */
export function command(): Command {
  return new Command()
    .description(
      'Says what an error of the cloud means and what to do: its text, a code, a log file, or any of them on ' +
        'standard input. In a project it also looks into the code: permissions, environments, collections, and the ' +
        'TypeScript lines of a stack.\nExit code 0 if it is explained, 2 if it is not known.',
    )
    .argument('[text...]', "the text, such as 'errCode: -604101 ...', or a log file; - for standard input")
    .option('--file <file>', 'a log file, of which every error is explained once')
    .option('--function <name>', 'the cloud function that failed, if the text does not name it')
    .addOption(languageOption())
    .option('--fix', 'for -604101: write the missing openapi names into config.json')
    .option('--json', 'print the explanations as JSON')
    .addOption(new Option('--docs', 'write docs/errors.md and docs/errors.zh-CN.md').hideHelp())
    .action(run)
}

async function run(texts: readonly string[], flags: Flags): Promise<void> {
  const project = projectAround(process.cwd())
  if (flags.docs) return writeDocs(project)
  const language = flags.lang ?? terminalLanguage()
  checkFunction(flags.function, project)
  const input = await readInput({ words: texts, file: flags.file, stdin: process.stdin })
  const { errors, more } = errorsIn(input)
  const output: Output = {
    errors: await explainAll(errors, { language, project, ...flags }),
    more,
    input,
    language,
  }
  const explanations = output.errors.map(({ explanation }) => explanation)
  if (!flags.json) process.stdout.write(formatAll(output))
  const fixed = flags.fix ? await fix(explanations, project) : undefined
  if (flags.json) process.stdout.write(formatJson(output, fixed))
  else if (fixed) process.stdout.write(formatFixed(fixed, language))
  const isExplained = explanations.some(({ known, nearest }) => known || nearest.length > 0)
  process.exitCode = isExplained ? 0 : NOT_KNOWN
}

async function explainAll(
  errors: readonly FoundError[],
  { function: named, ...options }: Pick<Flags, 'function'> & Pick<ExplainOptions, 'language' | 'project'>,
): Promise<Output['errors']> {
  const explained = []
  for (const { text, functionName, requestId, count, line } of errors) {
    const context = { ...options, functionName: named ?? functionName, requestId }
    explained.push({ count, line, explanation: await explain(text, context) })
  }
  return explained
}

function checkFunction(name: string | undefined, project: Project | undefined): void {
  if (name === undefined || !project || project.functionNames.includes(name)) return
  throw new KitError('unknown-function', unknownFunctionAdvice(name, project.functionNames))
}

/**
 * What is pasted is one error, whatever its lines look like, unless more than one is found in it. What is as long as a
 * log is one, also on standard input.
 */
function errorsIn({ text, isLog }: Input): { errors: readonly FoundError[]; more: number } {
  const found = findErrors(text)
  const isPasted = !isLog && text.length < MAX_PASTED && text.split('\n').length < MAX_PASTED_LINES
  if (!isPasted || found.errors.length > 1) return found
  return { errors: [{ ...readLogLine(text), count: 1, line: 1 }], more: 0 }
}

function fix(explanations: readonly Explanation[], project: Project | undefined): Promise<string[]> {
  const room = require('./fix-permissions') as typeof import('./fix-permissions')
  return room.fixPermissionsOf(explanations, project)
}

function writeDocs(project: Project | undefined): void {
  if (!project) throw new KitError('not-a-project', 'the pages belong into docs/ of a project: none is here')
  const { writeErrorPages } = require('./error-pages') as typeof import('./error-pages')
  for (const file of writeErrorPages(project.root)) process.stdout.write(`${file}\n`)
}
