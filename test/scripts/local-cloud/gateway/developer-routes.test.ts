import { ask, post } from '../support/ask'
import { failureOf, type TestCloud, useClouds } from '../support/use-clouds'

const startCloud = useClouds()
const USER = { 'x-wx-openid': 'oUserOfThePreview' }

let cloud: TestCloud

beforeAll(async () => {
  cloud = await startCloud({ faults: ['never:timeout@0'] })
})

const get = (path: string) => ask(cloud.url + path, { method: 'GET' })

describe('/local/faults', () => {
  afterEach(() => post(`${cloud.url}/local/faults`, { faults: [] }))

  test('says with which faults the cloud was started', async () => {
    const other = await startCloud({ faults: ['echo:-504003@0.25', '*:+1.5s', 'echo:timeout'] })
    const { json } = await ask(`${other.url}/local/faults`, { method: 'GET' })
    expect(json).toEqual({ faults: ['echo:-504003@0.25', '*:+1500ms', 'echo:timeout'] })
  })

  test('lets calls fail from now on, and takes it back', async () => {
    const { json } = await post(`${cloud.url}/local/faults`, { faults: ['echo:-501000'] })
    expect(json).toEqual({ faults: ['echo:-501000'] })
    expect(await failureOf(cloud.call('echo'))).toMatchObject({ errCode: -501000 })

    await post(`${cloud.url}/local/faults`, { faults: [] })
    await expect(cloud.call('echo')).resolves.toMatchObject({ errMsg: 'cloud.callFunction:ok' })
  })

  test.each([
    [{}, '"faults" must be an array of at most 100 strings'],
    [{ faults: 'echo:-1' }, '"faults" must be an array'],
    [{ faults: [7] }, '"faults" must be an array'],
    [{ faults: Array.from({ length: 101 }, () => 'echo:-1') }, 'at most 100'],
    [{ faults: ['echo'] }, 'it has not the shape of a fault'],
  ])('refuses %j and keeps the old ones', async (body, reason) => {
    await post(`${cloud.url}/local/faults`, { faults: ['echo:timeout@0'] })
    const answer = await post(`${cloud.url}/local/faults`, body)
    expect(answer.status).toBe(400)
    expect(answer.json.error).toContain(reason)
    expect((await get('/local/faults')).json).toEqual({ faults: ['echo:timeout@0'] })
  })

  test('refuses a page from elsewhere', async () => {
    const { status } = await post(
      `${cloud.url}/local/faults`,
      { faults: ['*:timeout'] },
      { origin: 'http://evil.example' },
    )
    expect(status).toBe(403)
    expect((await get('/local/faults')).json).toEqual({ faults: [] })
  })
})

describe('what a user agreed to', () => {
  test('/local/subscription buys one message of each template for this user', async () => {
    const { status } = await post(`${cloud.url}/local/subscription`, { templateIds: ['A', 'B', 'A'] }, USER)
    expect(status).toBe(200)
    const { subscriptions } = cloud.openapi
    expect([
      subscriptions.count('oUserOfThePreview', 'A'),
      subscriptions.count('oUserOfThePreview', 'B'),
    ]).toEqual([1, 1])
    expect(subscriptions.count(cloud.openid, 'A')).toBe(0)
  })

  test('/local/phone-code gives a code that can be changed for the number, once', async () => {
    const { json } = await post(`${cloud.url}/local/phone-code`, { phoneNumber: '13900000000' }, USER)
    expect(cloud.openapi.phoneCodes.take(json.code)).toMatchObject({
      openid: 'oUserOfThePreview',
      number: { purePhoneNumber: '13900000000', countryCode: '86' },
    })
    expect(cloud.openapi.phoneCodes.take(json.code)).toBeUndefined()
  })

  test.each([
    ['/local/subscription', {}],
    ['/local/subscription', { templateIds: [] }],
    ['/local/subscription', { templateIds: ['1', '2', '3', '4', '5', '6'] }],
    ['/local/subscription', { templateIds: [''] }],
    ['/local/phone-code', {}],
    ['/local/phone-code', { phoneNumber: 13900000000 }],
    ['/local/phone-code', { phoneNumber: '139-0000' }],
  ])('%s refuses %j', async (path, body) => {
    const { status, json } = await post(cloud.url + path, body, USER)
    expect(status).toBe(400)
    expect(json.error).toContain('must be')
  })
})

describe('what a developer looks at', () => {
  test('/local/collections and /local/documents show the database without rules, dates and ids readable', async () => {
    await cloud.database.insert('diary', { _id: 'a', at: new Date(0), count: 3, deep: { list: [1.5] } })
    expect((await get('/local/collections')).json.collections).toContain('diary')
    expect((await get('/local/documents?collection=diary')).json).toEqual({
      documents: [{ _id: 'a', at: { $date: '1970-01-01T00:00:00Z' }, count: 3, deep: { list: [1.5] } }],
      hasMore: false,
    })
  })

  test('/local/documents stops at 100', async () => {
    await cloud.database.insert('many', ...Array.from({ length: 101 }, (_, _id) => ({ _id: `${_id}` })))
    const { json } = await get('/local/documents?collection=many')
    expect(json.documents).toHaveLength(100)
    expect(json.hasMore).toBe(true)
  })

  test.each(['', '?collection=', '?collection=nothing', '?collection=..%2Fdiary'])(
    '/local/documents%s is not found',
    async query => {
      const { status, json } = await get(`/local/documents${query}`)
      expect(status).toBe(404)
      expect(json.error).toContain('there is no collection')
    },
  )
})
