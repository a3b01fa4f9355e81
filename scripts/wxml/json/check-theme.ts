import type { MiniProgramFiles } from '../../project/mini-program'
import type { Problem } from '../../project/problem'
import { resolveReference } from '../../project/references'
import { didYouMean, problemAt, shownPath } from '../source'
import type { JsonFiles, JsonSource } from './json-files'
import { memberOf, membersOf, stringOf, stringsBelow } from './members'

const MODES = ['light', 'dark'] as const

/**
 * The variables `@name` of `app.json` and the pages, against both modes of `theme.json`.
 * https://developers.weixin.qq.com/miniprogram/dev/framework/ability/darkmode.html
 */
export function checkTheme(
  files: MiniProgramFiles,
  jsons: JsonFiles,
  app: JsonSource,
  units: JsonSource[],
): Problem[] {
  const location = memberOf(app.root, 'themeLocation')
  const written = stringOf(location)
  const path = written === undefined ? undefined : resolveReference('app.json', written)
  if (location && path !== undefined && !files.has(path))
    return [
      problemAt(app, location.offset, { rule: 'theme-missing', message: `there is no ${shownPath(path)}` }),
    ]
  const theme = path === undefined ? undefined : jsons.get(path)
  // a broken one has its own finding
  if (path !== undefined && !theme) return []
  return [
    ...(theme ? compareModes(theme) : []),
    ...[app, ...units].flatMap(json => checkVariables(json, theme)),
  ]
}

function variablesOf(theme: JsonSource, mode: (typeof MODES)[number]): Set<string> {
  return new Set(membersOf(memberOf(theme.root, mode)).map(({ key }) => key))
}

function compareModes(theme: JsonSource): Problem[] {
  return MODES.flatMap(mode => {
    const other = mode === 'light' ? 'dark' : 'light'
    const names = variablesOf(theme, other)
    return membersOf(memberOf(theme.root, mode))
      .filter(({ key }) => !names.has(key))
      .map(({ key, keyNode }) =>
        problemAt(theme, keyNode.offset, {
          rule: 'theme-variable',
          message: `"${key}" is in "${mode}" and not in "${other}"`,
          mend: didYouMean(key, names) ?? `add it to "${other}"`,
        }),
      )
  })
}

function checkVariables(json: JsonSource, theme: JsonSource | undefined): Problem[] {
  const names = new Set(theme ? MODES.flatMap(mode => [...variablesOf(theme, mode)]) : [])
  const shown = membersOf(json.root).filter(
    ({ key }) => !/^(usingComponents|componentPlaceholder|resolveAlias)$/.test(key),
  )
  return shown
    .flatMap(({ value }) => stringsBelow(value))
    .flatMap(node => {
      const [, name] = /^@([\w-]+)$/.exec(stringOf(node) ?? '') ?? []
      if (name === undefined || names.has(name)) return []
      const where = theme ? shownPath(theme.path) : 'a theme: app.json has no "themeLocation"'
      return [
        problemAt(json, node.offset, {
          rule: 'theme-variable',
          message: `"@${name}" is not in ${where}`,
          mend: didYouMean(
            `@${name}`,
            [...names].map(other => `@${other}`),
          ),
        }),
      ]
    })
}
