import { join, relative } from 'node:path'
import pc from 'picocolors'
import { formatMilliseconds } from '../cli/table'
import type { LocalCloud } from '../local-cloud'
import type { StartFlags } from './command'

/** What a cloud that has just been started runs with. */
export interface Setting {
  root: string
  dataDir: string
  milliseconds: number
  hasPreview: boolean
  flags: StartFlags
}

/** What is where, in a few lines; what one wants to open comes first. */
export function introduce(cloud: LocalCloud, setting: Setting): string {
  const { root, dataDir, milliseconds, hasPreview, flags } = setting
  const data = relative(root, dataDir) || '.'
  const rows = [
    ...(hasPreview
      ? [
          [
            'preview',
            `${pc.bold(pc.underline(cloud.url))}  ${pc.dim('the mini program: open it in a browser')}`,
          ],
        ]
      : []),
    ['local cloud', `${pc.bold(cloud.url)}  ${pc.dim(`ready in ${formatMilliseconds(milliseconds)}`)}`],
    ['environment', cloud.env],
    ['user', cloud.openid],
    ['functions', cloud.functions().join(', ') || 'none yet'],
    ['collections', cloud.database.collections().join(', ') || 'none yet'],
    ...unusual(flags),
    ['data', `${data}  ${pc.dim('(kept; --reset empties it)')}`],
    ['log', join(data, 'logs', 'functions.log')],
    ['try', `npm run kit -- call ${suggestion(cloud.functions())}`],
  ]
  const lines = rows.map(([name = '', text]) => `${pc.dim(name.padEnd(12))} ${text}`)
  return `\n${lines.join('\n')}\n${pc.dim('Ctrl-C ends it')}\n`
}

/** What makes calls go another way than usual, lest one looks for the reason elsewhere. */
function unusual({ fault: faults, seed, timers, timeout }: StartFlags): string[][] {
  return [
    ...(faults.length > 0 ? [['faults', pc.yellow(faults.join(', '))]] : []),
    ...(seed === undefined ? [] : [['seed', String(seed)]]),
    ...(timers ? [['timers', 'run by their cron']] : []),
    ...(timeout === undefined ? [] : [['time limit', `${timeout} s`]]),
  ]
}

/** The sample that says who one is works with no input; a fork may have dropped it. */
function suggestion(names: readonly string[]): string {
  return names.includes('login') ? 'login' : `${names[0] ?? 'NAME'} '{}'`
}
