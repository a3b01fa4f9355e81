import { inspect } from 'node:util'
import {
  authorizerAccessToken,
  componentAccessToken,
  createWeChatApi,
  fixedAccessToken,
  WeChatApiError,
} from '../../../cloudfunctions/shared/wechat-api'
import { type TestCloud, useClouds } from '../../scripts/local-cloud/support/use-clouds'
import { errorOf, localProvider } from './support/local-provider'
import { json, useServer } from './support/use-server'

const serve = useServer()
const startCloud = useClouds()
const env = 'local-env'
const LIST = '/componenttcb/getscflist'
const token = 'S3CRET/TOKEN+with=signs'

const list = (baseUrl: string, options: Partial<Parameters<typeof createWeChatApi>[0]> = {}) =>
  errorOf(
    createWeChatApi({ component: fixedAccessToken(token), baseUrl, ...options }).getCloudFunctionList({
      env,
    }),
  )

/** Everything that a log could hold of an error. */
const logged = (error: Error) => `${inspect(error, { depth: 9 })} ${JSON.stringify(error)} ${error.stack}`

describe('a refusal', () => {
  let cloud: TestCloud
  beforeAll(async () => {
    cloud = await startCloud()
  })

  test.each([
    [-1, /again/],
    [-1000, /again/],
    [40097, /fields/],
    [40101, /fields/],
    [41001, /token/],
    [43002, /POST/],
    [44002, /body/],
    [45009, /quota/],
    [47001, /"env"/],
    [48001, /permission sets/],
    [61004, /whitelist/],
    [61005, /WECHAT_COMPONENT_VERIFY_TICKET/],
    [61006, /WECHAT_COMPONENT_VERIFY_TICKET/],
    [61011, /WECHAT_COMPONENT_APPID/],
    [40013, /WECHAT_COMPONENT_APPID/],
    [40125, /WECHAT_COMPONENT_APPSECRET/],
    [41004, /WECHAT_COMPONENT_APPSECRET/],
    [61023, /WECHAT_AUTHORIZER_REFRESH_TOKEN/],
    [85088, /open/],
    [85089, /upload/],
    [-501000, /environment id/],
  ] as const)('with %d says what to do', async (errcode, advice) => {
    cloud.httpsApis.refuse(LIST, errcode)
    const error = await errorOf(localProvider(cloud.url).api.getCloudFunctionList({ env }))
    expect(error).toMatchObject({ kind: 'refused', errcode, errmsg: expect.any(String), path: LIST })
    expect(error.advice.en).toMatch(advice)
    expect(error.advice.zh).toMatch(/[一-鿿]/)
    expect(error.message).toContain(`${errcode} ${error.errmsg}`)
    expect(error.message).toContain(error.advice.en)
  })

  test.each([40001, 40014, 42001])('with %d, the token, says what to do', async errcode => {
    const { url } = await serve(json({ errcode, errmsg: 'access_token expired' }))
    expect((await list(url)).advice.en).toMatch(/new token/)
  })

  test('with a code that no page lists is a refusal too', async () => {
    const { url } = await serve(json({ errcode: 123456 }))
    const error = await list(url)
    expect(error).toMatchObject({ kind: 'refused', errcode: 123456, errmsg: '' })
    expect(error.advice.en).toContain('not on the page')
  })

  test('tells the id of the request', async () => {
    const { url } = await serve(
      json({ errcode: 47001, errmsg: 'data format error rid: 61655d5b-2d1b6fae-1ba6d5c4' }),
    )
    expect(await list(url)).toMatchObject({
      errmsg: 'data format error rid: 61655d5b-2d1b6fae-1ba6d5c4',
      rid: '61655d5b-2d1b6fae-1ba6d5c4',
    })
  })

  test('tells the words of WeChat in bounded length, and without what moves the cursor', async () => {
    const { url } = await serve(json({ errcode: 47001, errmsg: `a\u001b[2Jb\n${'c'.repeat(10_000)}` }))
    const { errmsg } = await list(url)
    expect(errmsg).toMatch(/^a \[2Jb c+$/)
    expect(errmsg).toHaveLength(500)
  })

  test('has no id if there is none', async () => {
    const { url } = await serve(json({ errcode: 47001, errmsg: 'data format error' }))
    expect((await list(url)).rid).toBeUndefined()
  })
})

describe('a server that is broken or slow', () => {
  test.each([400, 403, 404, 413, 429, 500, 502, 503])('HTTP status %d', async status => {
    const { url } = await serve(response => response.writeHead(status).end('{"errcode":0}'))
    const error = await list(url)
    expect(error).toMatchObject({ kind: 'http', status })
    expect(error.message).toContain(String(status))
  })

  test('a redirect is not followed, for it would carry the token along', async () => {
    const other = await serve(json({ errcode: 0 }))
    const { url } = await serve((response, request) =>
      response.writeHead(307, { location: `${other.url}${request.url}` }).end(),
    )
    expect(await list(url)).toMatchObject({ kind: 'http', status: 307 })
    expect(other.requests).toEqual([])
  })

  test.each(['', '<html>login</html>', '{"errcode":0', 'undefined', '\u0000'])('a body of %j', async body => {
    const { url } = await serve(response => response.end(body))
    expect(await list(url)).toMatchObject({ kind: 'not-json' })
  })

  test.each(['null', '[]', '1', '"ok"', '{}', '{"errcode":0}', '{"errcode":"47001","errmsg":"x"}'])(
    'the JSON %s',
    async body => {
      const { url } = await serve(response => response.end(body))
      expect(await list(url)).toMatchObject({ kind: 'wrong-shape' })
    },
  )

  test('a body without an end is not read to its end', async () => {
    const { url } = await serve(response => {
      const more = () => {
        while (response.write(' '.repeat(64 * 1024)));
      }
      response.on('drain', more)
      more()
    })
    expect(await list(url)).toMatchObject({ kind: 'too-large' })
  })

  test.each([
    ['no answer at all', () => {}],
    ['an answer that stops in the middle', response => response.write('{"errcode":')],
  ] as [string, Parameters<typeof serve>[0]][])('%s: a time-out', async (_what, answer) => {
    const { url } = await serve(answer)
    const error = await list(url, { timeoutMs: 50 })
    expect(error).toMatchObject({ kind: 'timeout' })
    expect(error.message).toContain('50 ms')
  })

  test('a connection that is cut', async () => {
    const { url } = await serve(response => response.destroy())
    expect(await list(url)).toMatchObject({ kind: 'network' })
  })

  test('a connection that is cut in the middle of the answer', async () => {
    const { url } = await serve(response => {
      response.writeHead(200, { 'content-length': 100 })
      response.write('{"errcode":', () => response.destroy())
    })
    expect(await list(url)).toMatchObject({ kind: 'network' })
  })

  test('nobody there: the error names the server', async () => {
    const error = await list('http://127.0.0.1:1')
    expect(error).toMatchObject({ kind: 'network', message: expect.stringContaining('127.0.0.1:1 (') })
  })
})

describe('a token or a secret', () => {
  const secrets = ['S3CRET', encodeURIComponent(token), 'APPS3CRET', 'T1CKET', 'REFR3SH']

  /** Servers that quote everything they were sent, as well as they can. */
  const quoting: [string, Parameters<typeof serve>[0]][] = [
    [
      'a refusal',
      (response, { url, body }) =>
        json({ errcode: 47001, errmsg: `${decodeURIComponent(url)} ${url} ${body}` })(
          response,
          undefined as never,
        ),
    ],
    ['an HTTP error', (response, { url, body }) => response.writeHead(500, url).end(url + body)],
    ['a body that is not JSON', (response, { url, body }) => response.end(url + body)],
    [
      'a wrong shape',
      (response, { url, body }) =>
        json({ errcode: 0, total_count: url, functions: body, [body]: url })(response, undefined as never),
    ],
    ['a cut connection', response => response.destroy()],
    ['a bad redirect', (response, { url }) => response.writeHead(302, { location: `http://[${url}` }).end()],
    ['no answer', () => {}],
  ]

  test.each(quoting)('is in no error: %s', async (_what, answer) => {
    const { url } = await serve(answer)
    const server = { baseUrl: url, timeoutMs: 100 }
    const component = componentAccessToken({
      component_appid: 'wx1',
      component_appsecret: 'APPS3CRET',
      component_verify_ticket: 'T1CKET',
      ...server,
    })
    const authorizer = authorizerAccessToken({
      component: fixedAccessToken(token),
      component_appid: 'wx1',
      authorizer_appid: 'wx2',
      authorizer_refresh_token: 'REFR3SH',
      ...server,
    })
    const api = createWeChatApi({ component: fixedAccessToken(token), ...server })
    const errors = [
      await errorOf(api.getCloudFunctionList({ env })),
      await errorOf(component.get()),
      await errorOf(authorizer.get()),
    ]
    for (const error of errors) for (const secret of secrets) expect(logged(error)).not.toContain(secret)
  })

  test('is not what fetch quotes when it fails', async () => {
    const failing = (async input => {
      throw new TypeError(`Failed to fetch ${input}`, { cause: new Error(String(input)) })
    }) as typeof fetch
    const error = await list('http://127.0.0.1:1', { fetch: failing })
    expect(error.kind).toBe('network')
    for (const secret of secrets) expect(logged(error)).not.toContain(secret)
  })

  test('is printed by nothing', async () => {
    const spies = (['log', 'info', 'warn', 'error', 'debug'] as const).map(name =>
      jest.spyOn(console, name).mockImplementation(),
    )
    const { url } = await serve(json({ errcode: 40001, errmsg: 'x' }))
    await list(url)
    for (const spy of spies) {
      expect(spy).not.toHaveBeenCalled()
      spy.mockRestore()
    }
  })
})

describe('a wrong set-up', () => {
  const create = (options: Parameters<typeof createWeChatApi>[0]) => {
    try {
      createWeChatApi(options)
    } catch (error) {
      if (error instanceof WeChatApiError) return error
      throw error
    }
    return undefined
  }

  test('Node.js 16 has no fetch: the error says which version has', () => {
    const { fetch } = globalThis
    try {
      Object.assign(globalThis, { fetch: undefined })
      const error = create({})
      expect(error?.kind).toBe('no-fetch')
      expect(error?.message).toMatch(/has no fetch.*Nodejs18\.15 or newer/)
    } finally {
      Object.assign(globalThis, { fetch })
    }
  })

  test.each([
    'api.weixin.qq.com',
    'http://api.weixin.qq.com',
    'http://127.0.0.1.evil.example',
    'ftp://127.0.0.1',
    'https://user:password@api.weixin.qq.com',
    'https://api.weixin.qq.com?x=1',
    '',
  ])('the address %j is refused', baseUrl => {
    const error = create({ baseUrl })
    expect(error?.kind).toBe('not-configured')
    expect(error?.message).not.toContain('password')
  })

  test.each([
    'https://api.weixin.qq.com',
    'https://proxy.example/wechat/',
    'http://localhost:3000',
    'http://127.0.0.1:1/',
    'http://[::1]:80',
  ])('the address %j is taken', baseUrl => {
    expect(create({ baseUrl })).toBeUndefined()
  })

  test('a call without its credentials names the variables, and asks nobody', async () => {
    const { url, requests } = await serve(json({}))
    const api = createWeChatApi({ baseUrl: url })
    const error = await errorOf(api.getCloudFunctionList({ env }))
    expect(error.kind).toBe('not-configured')
    expect(error.message).toContain('WECHAT_COMPONENT_APPSECRET')
    const config = await errorOf(api.getFunctionConfig({ env, function_name: 'f', type: 1 }))
    expect(config.message).toContain('WECHAT_AUTHORIZER_REFRESH_TOKEN')
    expect(requests).toEqual([])
  })
})
