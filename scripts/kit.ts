import { Command, CommanderError } from 'commander'
import pc from 'picocolors'
import { KitError } from './project/kit-error'

/** A room of the kit that has a command. Loaded only when the command is asked for: some take 0.1 s to load. */
interface Room {
  command(): Command
}

/** Every command, in the order of `kit --help`. To drop a tool, delete its folder and its line here. */
const ROOMS: Record<string, { summary: string; load: () => Room }> = {
  build: { summary: 'turn the cloud functions into packages', load: () => require('./build') },
  check: { summary: 'find what would go wrong, permissions first', load: () => require('./check') },
  start: { summary: 'build, watch, and run the cloud on this machine', load: () => require('./start') },
  call: { summary: 'call a cloud function on this machine', load: () => require('./call') },
  explain: { summary: 'say what an error of the cloud means', load: () => require('./explain') },
  new: { summary: 'write a new function or page and wire it in', load: () => require('./new') },
  functions: { summary: 'show what is deployed beside what was built', load: () => require('./functions') },
  deploy: { summary: 'upload the functions that have changed', load: () => require('./deploy') },
  typings: { summary: 'write the types of the openapi names anew', load: () => require('./typings') },
  screenshots: {
    summary: 'take the pictures of the documentation',
    load: () => require('./screenshots'),
  },
  bench: { summary: 'measure the kit against its peers', load: () => require('./bench') },
}

const USAGE_ERROR = 2

async function main(args: readonly string[]): Promise<void> {
  const program = new Command('kit')
    .description('wx-cloud-kit: a WeChat mini program and its cloud functions')
    .usage('<command> [options]')
    .exitOverride()
  const asked = args[0] === 'help' ? args[1] : args[0]
  for (const [name, { summary, load }] of Object.entries(ROOMS)) {
    program.addCommand((name === asked ? load().command() : new Command()).name(name).summary(summary))
  }
  for (const command of program.commands) command.exitOverride()
  await program.parseAsync(args, { from: 'user' })
}

main(process.argv.slice(2)).catch((error: unknown) => {
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode === 0 ? 0 : USAGE_ERROR
  } else if (error instanceof KitError) {
    process.stderr.write(`${pc.red('error')} ${error.message}\n`)
    process.exitCode = error.code === 'usage' || error.code === 'unknown-function' ? USAGE_ERROR : 1
  } else {
    throw error
  }
})
