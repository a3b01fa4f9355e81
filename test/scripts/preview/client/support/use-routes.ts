/** A request of the panel. */
export interface AskedRoute {
  path: string
  json: unknown
}

type Routes = Record<string, unknown>

/**
 * Answers what the panel asks of the local cloud, for the tests of a file. An answer may be a function of what was sent;
 * `{ error }` comes with status 400, and `undefined` is a server that is not there.
 */
export function useRoutes(): { asked: AskedRoute[]; answer(routes: Routes): void } {
  const asked: AskedRoute[] = []
  let routes: Routes = {}
  beforeAll(() => {
    globalThis.fetch = (async (path: string, init?: { body: string }) => {
      const json = init && JSON.parse(init.body)
      asked.push({ path, json })
      const known = routes[path]
      const body = typeof known === 'function' ? known(json) : known
      if (body === undefined) throw new TypeError('Failed to fetch')
      const ok = !('error' in body)
      return { ok, status: ok ? 200 : 400, json: async () => JSON.parse(JSON.stringify(body)) }
    }) as never
  })
  afterEach(() => {
    asked.length = 0
    routes = {}
  })
  return {
    asked,
    answer(wanted) {
      routes = wanted
    },
  }
}
