import type { MiniProgramFiles } from '../../project/mini-program'
import type { Problem } from '../../project/problem'
import type { Unit } from '../units'
import { checkApp, findUnlistedPages } from './check-app'
import { checkKeys } from './check-keys'
import { checkSitemap } from './check-sitemap'
import { checkTheme } from './check-theme'
import type { JsonFiles } from './json-files'
import { appKeys, componentKeys, pageKeys, themeKeys } from './known-keys'
import { memberOf, stringOf } from './members'
import type { App } from './read-app'

/** Everything that the configuration files say about themselves and each other. */
export function checkJson(
  files: MiniProgramFiles,
  jsons: JsonFiles,
  app: App,
  units: readonly Unit[],
): Problem[] {
  const own = units.flatMap(({ json, kind }) => (json ? [{ json, kind }] : []))
  const theme = jsons.get(stringOf(memberOf(app.source.root, 'themeLocation'))?.replace(/^\.?\//, '') ?? '')
  return [
    ...checkKeys(app.source, app.source.root, appKeys),
    ...own.flatMap(({ json, kind }) =>
      checkKeys(json, json.root, kind === 'page' ? pageKeys : componentKeys),
    ),
    ...(theme ? checkKeys(theme, theme.root, themeKeys) : []),
    ...checkApp(files, app),
    ...findUnlistedPages(files, app, new Set(units.map(({ path }) => path))),
    ...checkTheme(
      files,
      jsons,
      app.source,
      own.map(({ json }) => json),
    ),
    ...checkSitemap(files, jsons, app),
  ]
}
