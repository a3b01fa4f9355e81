import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Command, CommanderError } from 'commander'
import { KIT_ROOT } from '../../scripts/support/projects'
import { runKit } from '../../scripts/support/run-kit'

const SCRIPTS: Readonly<Record<string, string>> = JSON.parse(
  readFileSync(join(KIT_ROOT, 'package.json'), 'utf8'),
).scripts
/** What npm runs without `run`. */
const SHORT = ['start', 'test']
const KIT_SCRIPT = /scripts\/kit\.ts ?(\w*)$/

/** What is wrong with a line of a shell: a command, script, option or argument that does not exist. */
export function checkShell(line: string): string[] {
  return commandsIn(line).flatMap(command => checkCommand(command).map(problem => `${line}: ${problem}`))
}

/** Whether code in the text is a command of ours, so that it is to be checked like a line of a shell. */
export function isOwnCommand(code: string): boolean {
  return /^(?:npm |npx |kit [a-z])/.test(code)
}

const WORD = /'([^']*)'|"([^"]*)"|(#.*)|(&&|\|)|([^\s'"]+)/g

/** The commands of a line, each as its words; without the comment. */
function commandsIn(line: string): string[][] {
  const commands: string[][] = [[]]
  for (const [, single, double, comment, operator, bare] of line.matchAll(WORD)) {
    if (operator !== undefined) commands.push([])
    else if (comment === undefined) commands.at(-1)?.push(single ?? double ?? bare ?? '')
  }
  return commands.filter(words => words.length > 0)
}

function checkCommand(words: readonly string[]): string[] {
  const [program, ...rest] = words.slice(words.findIndex(word => !/^[A-Z_]+=/.test(word)))
  if (program === undefined) return []
  if (program === 'kit') return checkKit(rest)
  if (program === 'npx') return checkNpx(rest)
  if (program !== 'npm') return [`nobody knows the program ${program}`]
  const [first = '', ...others] = rest
  if (first === 'ci') return []
  const [name = '', ...behind] = first === 'run' ? others : [first, ...others]
  const script = first === 'run' || SHORT.includes(first) ? SCRIPTS[name] : undefined
  if (script === undefined) return [`package.json has no script "${name}"`]
  if (behind.length > 0 && behind[0] !== '--') return ['options for a script stand behind --']
  const kit = KIT_SCRIPT.exec(script)
  if (!kit) return behind.slice(1).flatMap(checkPath)
  return checkKit([...(kit[1] ? [kit[1]] : []), ...behind.slice(1)])
}

/** A package that npx fetches is one that the kit itself runs, in the same version. */
const FETCHED = readFileSync(join(KIT_ROOT, 'scripts/deploy/cloudbase-way.ts'), 'utf8')

function checkNpx([tool = '', ...paths]: readonly string[]): string[] {
  const [, fetched] = /^--package=(.+)$/.exec(tool) ?? []
  if (fetched !== undefined)
    return FETCHED.includes(`'${fetched}'`) ? [] : [`the kit runs another version than ${fetched}`]
  if (!existsSync(join(KIT_ROOT, 'node_modules/.bin', tool)))
    return [`no package here has the program ${tool}`]
  return paths.flatMap(checkPath)
}

function checkPath(word: string): string[] {
  const exists = word.startsWith('-') || existsSync(join(KIT_ROOT, word))
  return exists ? [] : [`there is no ${word}`]
}

/** Has the command itself read its words, and does nothing. A name in capitals stands for any command. */
function checkKit([name = '', ...args]: readonly string[]): string[] {
  if (name === '--help' || /^[A-Z]+$/.test(name)) return []
  if (!kitHelp().includes(`\n  ${name} `)) return [`there is no command "kit ${name}"`]
  const { command } = require(`../../../scripts/${name}`) as { command(): Command }
  const silent = { writeOut: () => {}, writeErr: () => {} }
  try {
    command()
      .exitOverride()
      .configureOutput(silent)
      .action(() => {})
      .parse(args, { from: 'user' })
    return []
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    return HARMLESS.includes(error.code) ? [] : [`kit ${name}: ${error.message}`]
  }
}

/** The text mentions commands without their arguments. */
const HARMLESS = ['commander.helpDisplayed', 'commander.missingArgument']

let help: string | undefined

function kitHelp(): string {
  help ??= runKit(KIT_ROOT, '--help').stdout
  return help
}
