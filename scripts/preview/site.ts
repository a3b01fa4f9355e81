import { ADDRESSES } from './client/addresses'
import type { ProgramStyles } from './client/outer'
import type { ClientFiles } from './client-bundle'
import type { Compiled } from './compile/compile'
import { findPlace } from './find-place'
import { SCREEN_HTML, SHELL_HTML } from './html'
import { miniProgramFile } from './mini-program-file'
import type { Program } from './program'
import { respond } from './respond'
import { stateStream } from './state-stream'

export interface SiteOptions {
  root: string
  program: Program
  files: ClientFiles
}

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
  const routes: Record<string, Handler> = {
    '/': () => respond('text/html', SHELL_HTML),
    [ADDRESSES.screen]: () => respond('text/html', SCREEN_HTML),
    [ADDRESSES.program]: ofProgram('text/javascript', compiled => {
      const { manifest, templates } = compiled
      const parts = { build: program.state().build, manifest, styles: stylesOf(compiled) }
      const texts = Object.entries(parts).map(([name, part]) => `${name}:${JSON.stringify(part)}`)
      return `globalThis.miniProgram={${texts.join(',\n')},\ntemplates:${templates}}`
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
    routes[`/preview/${name}`] = () => respond(name.endsWith('.css') ? 'text/css' : 'text/javascript', text)
  }
  return async request => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return undefined
    const url = new URL(request.url)
    const handler = Object.hasOwn(routes, url.pathname) ? routes[url.pathname] : undefined
    return handler ? handler(url, request) : await miniProgramFile(root, url.pathname)
  }
}
