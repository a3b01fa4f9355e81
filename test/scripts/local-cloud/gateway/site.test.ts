import { ask } from '../support/ask'
import { useClouds } from '../support/use-clouds'

const startCloud = useClouds()

/** Answers at `/`, and says what it was asked. */
async function startWithSite() {
  const asked: string[] = []
  const cloud = await startCloud({
    async site(request) {
      const { pathname } = new URL(request.url)
      asked.push(`${request.method} ${pathname}`)
      return pathname === '/' ? new Response('the site', { headers: { 'x-of-site': 'yes' } }) : undefined
    },
  })
  const get = (path: string, headers: Record<string, string> = {}) =>
    ask(`${cloud.url}${path}`, { method: 'GET', headers })
  return { asked, get }
}

test('a site answers what the cloud has no route for, and is not asked for what it has', async () => {
  const { asked, get } = await startWithSite()
  expect(await get('/')).toMatchObject({ status: 200, text: 'the site', headers: { 'x-of-site': 'yes' } })
  expect(await get('/local/status')).toMatchObject({ status: 200, json: { cloud: 'wx-cloud-kit' } })
  expect(asked).toEqual(['GET /'])
})

test('what neither has is not found', async () => {
  const { get } = await startWithSite()
  expect(await get('/nothing')).toMatchObject({
    status: 404,
    json: { error: 'there is nothing at GET /nothing' },
  })
})

test('a site stands behind the guard of the cloud', async () => {
  const { asked, get } = await startWithSite()
  expect((await get('/', { host: 'evil.example' })).status).toBe(403)
  expect((await get('/', { origin: 'http://evil.example' })).status).toBe(403)
  expect(asked).toEqual([])
})
