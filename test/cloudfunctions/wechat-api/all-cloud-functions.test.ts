import type { ServerResponse } from 'node:http'
import { createWeChatApi, fixedAccessToken } from '../../../cloudfunctions/shared/wechat-api'
import { seededNumbers } from '../../scripts/local-cloud/seeded-numbers'
import { errorOf } from './support/local-provider'
import { json, type ReceivedRequest, useServer } from './support/use-server'

const serve = useServer()

const deployed = (name: string) => ({
  name,
  status: 'Active',
  status_reason: [],
  runtime: 'Nodejs18.15',
  add_time: '2026-01-01 00:00:00',
  mod_time: '2026-01-01 00:00:00',
})

/** Names of functions, `a1` to `a<count>`. */
const functionNames = (count: number) => Array.from({ length: count }, (_, index) => `a${index + 1}`)

/** A server whose list is `names`, which `change` may alter after each page; it gives at most `most` at once. */
async function serveList(
  names: string[],
  { change = () => {}, most = 1000 }: { change?: (page: number) => void; most?: number } = {},
) {
  let page = 0
  return await serve((response, { body }) => {
    const { offset, limit } = JSON.parse(body)
    const functions = names.slice(offset, offset + Math.min(limit, most)).map(deployed)
    json({ errcode: 0, errmsg: 'ok', total_count: names.length, functions })(response, {} as ReceivedRequest)
    change(++page)
  })
}

async function namesAt(url: string, pageSize = 5): Promise<string[]> {
  const api = createWeChatApi({ component: fixedAccessToken('t'), baseUrl: url })
  const found: string[] = []
  for await (const { name } of api.allCloudFunctions({ env: 'e', pageSize })) found.push(name)
  return found
}

/** All of `names`, and none twice. */
function expectEach(found: string[], names: string[]): void {
  expect(new Set(found).size).toBe(found.length)
  expect(found).toEqual(expect.arrayContaining(names))
}

test('a function that comes between two pages is found, and none comes twice', async () => {
  const names = functionNames(12)
  const { url } = await serveList(names, { change: page => page === 1 && names.unshift('new') })
  expectEach(await namesAt(url), [...functionNames(12), 'new'])
})

test('a function that goes between two pages makes none of the others be missed', async () => {
  const names = functionNames(12)
  const { url } = await serveList(names, { change: page => page === 1 && names.shift() })
  expectEach(await namesAt(url), functionNames(12))
})

test('a function that goes while another comes makes none be missed, though the total stays', async () => {
  const names = functionNames(12)
  const change = (page: number) => {
    if (page === 1) names.splice(0, names.length, ...names.slice(1), 'new')
  }
  const { url } = await serveList(names, { change })
  expectEach(await namesAt(url), functionNames(12).slice(1))
})

test('a function that is updated, and so moves to the top, is not missed', async () => {
  const names = functionNames(12)
  const { url } = await serveList(names, {
    change: page => page === 2 && names.unshift(...names.splice(11, 1)),
  })
  expectEach(await namesAt(url), functionNames(12))
})

test('pages that are shorter than asked for are no end', async () => {
  const { url } = await serveList(functionNames(12), { most: 3 })
  expect(await namesAt(url)).toEqual(functionNames(12))
})

test('the list can be left before its end', async () => {
  const { url, requests } = await serveList(functionNames(12))
  const api = createWeChatApi({ component: fixedAccessToken('t'), baseUrl: url })
  for await (const { name } of api.allCloudFunctions({ env: 'e', pageSize: 5 })) if (name === 'a2') break
  expect(requests).toHaveLength(1)
})

test('pages of one function are enough, asked for or not', async () => {
  const { url } = await serveList(functionNames(7), { most: 1 })
  expect(await namesAt(url, 1)).toEqual(functionNames(7))
  expect(await namesAt(url)).toEqual(functionNames(7))
})

describe('a server that does not keep to the documentation', () => {
  const page = (names: string[], total_count: number) => (response: ServerResponse) =>
    json({ errcode: 0, errmsg: 'ok', total_count, functions: names.map(deployed) })(
      response,
      {} as ReceivedRequest,
    )

  test.each<[string, ReturnType<typeof page>]>([
    ['always the same page', page(['a', 'b'], 1_000_000)],
    ['always an empty page', page([], 1_000_000)],
    ['one function many times', page(['a', 'a', 'a'], 3)],
  ])('%s: an error instead of half a list, soon', async (_what, answer) => {
    const { url, requests } = await serve(answer)
    expect(await errorOf(namesAt(url))).toMatchObject({ kind: 'wrong-shape' })
    expect(requests.length).toBeLessThanOrEqual(6)
  })

  test('a total that is too small, or that counts what was not searched for', async () => {
    const { url } = await serve(page(['a', 'b', 'c'], 1))
    expect(await namesAt(url)).toEqual(['a', 'b', 'c'])
    const all = await serve(page(['a'], 50))
    const api = createWeChatApi({ component: fixedAccessToken('t'), baseUrl: all.url })
    const found: string[] = []
    for await (const { name } of api.allCloudFunctions({ env: 'e', searchkey: 'a' })) found.push(name)
    expect(found).toEqual(['a'])
  })

  test('a list that moves with every page ends', async () => {
    const names = functionNames(12)
    const { url, requests } = await serveList(names, {
      change: () => names.unshift(...names.splice(names.length - 1)),
    })
    expectEach(await namesAt(url), functionNames(12))
    expect(requests.length).toBeLessThan(20)
  })

  test('ever new functions: an error', async () => {
    const random = seededNumbers(1)
    const { url } = await serve((response, request) => {
      const names = Array.from({ length: 2000 }, () => `f${random()}`)
      json({ errcode: 0, errmsg: 'ok', total_count: 1_000_000, functions: names.map(deployed) })(
        response,
        request,
      )
    })
    expect((await errorOf(namesAt(url, 2000))).message).toContain('more than 10000 functions')
  })
})
