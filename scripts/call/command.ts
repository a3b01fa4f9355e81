import { Command } from 'commander'
import type { Language } from '../../miniprogram/cloud/error-codes'
import { languageOption, terminalLanguage } from '../explain'
import { KitError } from '../project/kit-error'
import { findProjectRoot } from '../project/project-root'
import { dataDirOf } from '../start'
import { type CalledAs, openCaller } from './caller'
import { checkFunctionName } from './check-name'
import { formatFailure, formatRefusal } from './format-failure'

interface CallFlags extends CalledAs {
  timer?: boolean
  data?: string
  lang?: Language
}

/** `kit call` */
export function command(): Command {
  return new Command()
    .description(
      'Calls a cloud function on this machine: in the local cloud that runs, else in one started for this call.\n' +
        'Prints the result as JSON; a failure is explained, and ends with exit code 1.',
    )
    .argument('<name>', 'name of the function')
    .argument('[json]', 'what to send, as a JSON object', '{}')
    .option('--openid <openid>', 'the user who calls')
    .option('--timer', 'fire its timer trigger instead')
    .option('--data <dir>', 'the data folder of the local cloud')
    .option('--env <id>', 'the environment id that the client claims')
    .addOption(languageOption())
    .action(run)
}

async function run(name: string, json: string, flags: CallFlags): Promise<void> {
  const { timer, data, lang: language = terminalLanguage(), ...calledAs } = flags
  const event = parseEvent(json)
  const root = findProjectRoot(process.cwd())
  checkFunctionName(root, name)
  const context = { root, functionName: name, language, byTimer: timer }
  const caller = await openCaller(root, dataDirOf(root, data), name)
  try {
    const answer = timer ? await caller.fireTimer(name) : await caller.call(name, event, calledAs)
    if ('errCode' in answer) {
      process.stderr.write(await formatFailure(answer, context))
      process.exitCode = 1
      return
    }
    process.stdout.write(`${JSON.stringify(answer.result, null, 2)}\n`)
    const refusal = await formatRefusal(answer.result, context)
    if (refusal === undefined) return
    process.stderr.write(refusal)
    process.exitCode = 1
  } finally {
    await caller.close()
  }
}

function parseEvent(json: string): Record<string, unknown> {
  const wanted = `the second argument must be a JSON object such as '{"a":1}'`
  let event: unknown
  try {
    event = JSON.parse(json)
  } catch (error) {
    if (error instanceof SyntaxError) throw new KitError('usage', `${wanted}: ${error.message}`)
    throw error
  }
  if (typeof event !== 'object' || event === null || Array.isArray(event)) {
    throw new KitError('usage', `${wanted}, not ${json}`)
  }
  return event as Record<string, unknown>
}
