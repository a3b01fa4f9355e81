import { Argument, Command } from 'commander'
import pc from 'picocolors'
import { findProjectRoot } from '../project/project-root'
import { newFunction } from './new-function'
import { newPage } from './new-page'

const KINDS = { function: newFunction, page: newPage }

/** `kit new` */
export function command(): Command {
  return new Command()
    .description(
      'Writes a new cloud function or page that works, is typed and has a test, and wires it in:\n' +
        'a function into cloudfunctions/contract.ts, a page into miniprogram/app.json. Overwrites nothing.',
    )
    .addArgument(new Argument('<kind>', 'what to write').choices(Object.keys(KINDS)))
    .argument('<name>', 'its name, which is also that of its folder')
    .addHelpText('after', '\nExamples:\n  kit new function greet\n  kit new page orders')
    .action((kind: keyof typeof KINDS, name: string) => {
      for (const file of KINDS[kind](findProjectRoot(process.cwd()), name)) {
        process.stdout.write(`${pc.green('wrote')} ${file}\n`)
      }
      process.stdout.write(`\n${kind === 'function' ? callHint(name) : openHint(name)}\n`)
    })
}

function callHint(name: string): string {
  return `In a page:  await call('${name}', { name: 'Ann' })\nIts test:   npm run jest -- test/cloudfunctions/${name}`
}

function openHint(name: string): string {
  return `To open it: wx.navigateTo({ url: '/pages/${name}/${name}' })\nIts test:   npm run jest -- test/miniprogram/pages/${name}`
}
