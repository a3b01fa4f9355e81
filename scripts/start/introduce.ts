import { join, relative } from 'node:path'
import pc from 'picocolors'
import { formatMilliseconds } from '../cli/table'
import type { LocalCloud } from '../local-cloud'

/** What is where, in a few lines; what one wants to open comes first. */
export function introduce(
  root: string,
  dataDir: string,
  cloud: LocalCloud,
  milliseconds: number,
  hasPreview: boolean,
): string {
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
    ['data', `${data}  ${pc.dim('(kept; --reset empties it)')}`],
    ['log', join(data, 'logs', 'functions.log')],
    ['try', `npm run kit -- call ${suggestion(cloud.functions())}`],
  ]
  const lines = rows.map(([name = '', text]) => `${pc.dim(name.padEnd(12))} ${text}`)
  return `\n${lines.join('\n')}\n${pc.dim('Ctrl-C ends it')}\n`
}

/** The sample that says who one is works with no input; a fork may have dropped it. */
function suggestion(names: readonly string[]): string {
  return names.includes('login') ? 'login' : `${names[0] ?? 'NAME'} '{}'`
}
