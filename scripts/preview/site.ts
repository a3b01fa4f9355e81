import { createHash } from 'node:crypto'
import { ADDRESSES } from './client/addresses'
import type { ProgramStyles } from './client/outer'
import type { ClientFiles } from './client-bundle'
import type { Compiled } from './compile/compile'
import { findPlace } from './find-place'
import { screenHtml, shellHtml } from './html'
import { miniProgramFile } from './mini-program-file'
import type { Program } from './program'
import { respond } from './respond'
import { stateStream } from './state-stream'

export interface SiteOptions {
  root: string
  program: Program
  files: ClientFiles
}

/** Kept by the browser, which then need not compile it again whenever a page is edited. */
const FOREVER = { 'Cache-Control': 'private, max-age=31536000, immutable' }

type Handler = (url: URL, request: Request) => Response | undefined

/** Everything that the browser asks for: the two documents, their scripts, the compiled mini program, its pictures. */
export function createSite({
  root,
  program,
  files,
}: SiteOptions): (request: Request) => Promise<Response | undefined> {
  // before the first compilation that succeeds there is nothing to run, which is no failure of the server
  const ofProgram = (type: string, text: (compiled: Compiled) => string) => () => {
    const compiled = program.compiled()
    return respond(type, compiled ? text(compiled) : '')
  }
  const stylesOf = ({ styles }: Compiled): ProgramStyles => ({ version: program.state().styles, css: styles })
  const version = createHash('sha256')
    .update([...files.values()].join('\0'))
    .digest('hex')
    .slice(0, 12)
  const versionOf = (address: string) => `${address}?${version}`
  const routes: Record<string, Handler> = {
    '/': () => respond('text/html', shellHtml(versionOf)),
    // large, and few pages call it by its name before anything is shown; others get it when the cloud is started
    [ADDRESSES.screen]: () =>
      respond(
        'text/html',
        screenHtml(versionOf, {
          needsDatabase: /\bwx\.cloud\.database\b/.test(program.compiled()?.scripts.code ?? ''),
        }),
      ),
    [ADDRESSES.program]: ofProgram('text/javascript', compiled => {
      const { manifest, templates } = compiled
      const parts = { build: program.state().build, manifest, styles: stylesOf(compiled) }
      const texts = Object.entries(parts).map(([name, part]) => `${name}:${JSON.stringify(part)}`)
      return `globalThis.miniProgram={${texts.join(',\n')},\ntemplates:${templates.code}}`
    }),
    [ADDRESSES.code]: ofProgram(
      'text/javascript',
      ({ scripts }) => `${scripts.code}//# sourceMappingURL=code.js.map\n`,
    ),
    [`${ADDRESSES.code}.map`]: ofProgram('application/json', ({ scripts }) => scripts.map),
    [ADDRESSES.styles]: ofProgram('application/json', compiled => JSON.stringify(stylesOf(compiled))),
    [ADDRESSES.place]: ({ searchParams }) => {
      const map = program.compiled()?.scripts.map
      const place =
        map && findPlace(root, map, Number(searchParams.get('line')), Number(searchParams.get('column')))
      return respond('application/json', JSON.stringify(place ?? {}))
    },
    [ADDRESSES.events]: (_, { signal }) => stateStream(program, signal),
  }
  for (const [name, text] of files) {
    const type = name.endsWith('.css') ? 'text/css' : 'text/javascript'
    routes[`/preview/${name}`] = ({ search }) => respond(type, text, search === `?${version}` ? FOREVER : {})
  }
  return async request => {
    if (request.method !== 'GET') return undefined
    const url = new URL(request.url)
    const handler = Object.hasOwn(routes, url.pathname) ? routes[url.pathname] : undefined
    return handler ? handler(url, request) : await miniProgramFile(root, url.pathname)
  }
}
