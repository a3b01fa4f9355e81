import * as v from 'valibot'
import { defineFunction } from '../../../cloudfunctions/shared/define-function'
import { FunctionError } from '../../../cloudfunctions/shared/function-error'
import { noInput } from '../../../cloudfunctions/shared/no-input'
import { asUser, inContext, type WxContext } from '../wx-context'

const user = 'oUSER'
const echo = defineFunction({
  input: v.strictObject({ n: v.number(), deep: v.optional(v.strictObject({ s: v.string() })) }),
  handler: (input, caller) => ({ input, openid: caller.openid }),
})

test('defineFunction() replies with what the handler returns', async () => {
  expect(await inContext({ openid: user }, () => echo({ n: 1 }))).toEqual({
    ok: true,
    data: { input: { n: 1 }, openid: user },
  })
})

test('defineFunction() takes the caller from the platform, never from the event', async () => {
  const forged = { n: 1, userInfo: { openId: 'oOTHER', appId: 'wxOTHER' } }
  expect(await inContext({ openid: user }, () => echo(forged))).toMatchObject({ data: { openid: user } })
  expect(await inContext({}, () => echo(forged))).toMatchObject({ error: { code: 'unauthenticated' } })
})

test('defineFunction() takes what the platform adds out of the event', async () => {
  const event = { n: 1, userInfo: { appId: 'wx0', openId: user }, tcbContext: {} }
  expect(await asUser(() => echo(event))).toMatchObject({ ok: true, data: { input: { n: 1 } } })
})

test('defineFunction() gives the OPENID as text, even if it is all digits', async () => {
  const reply = await inContext({ openid: '1234567890' }, () => echo({ n: 1 }))
  expect(reply).toMatchObject({ data: { openid: '1234567890' } })
})

test.each<[unknown, { path: string; message: string }[]]>([
  [{}, [{ path: 'n', message: expect.stringContaining('Expected "n"') }]],
  [{ n: '1' }, [{ path: 'n', message: expect.stringContaining('Expected number') }]],
  [{ n: 1, deep: { s: 2 } }, [{ path: 'deep.s', message: expect.stringContaining('Expected string') }]],
  [{ n: 1, m: 2 }, [{ path: 'm', message: expect.stringContaining('"m"') }]],
  [7, [{ path: '', message: 'must be an object' }]],
  [[], [{ path: '', message: 'must be an object' }]],
])('defineFunction() refuses %j, naming the field', async (event, details) => {
  const reply = await asUser(() => echo(event as never))
  expect(reply).toEqual({
    ok: false,
    error: {
      code: 'invalid-argument',
      message: expect.stringContaining(details[0]?.path ? `"${details[0].path}": ` : 'Wrong input: '),
      details,
    },
  })
})

test('defineFunction() answers a huge wrong input with a small refusal', async () => {
  const keys = Array.from({ length: 5000 }, (_, i) => [`${i}${'k'.repeat(1000)}`, 'x'.repeat(1000)])
  const reply = await asUser(() => echo(Object.fromEntries(keys)))
  expect(reply).toMatchObject({ error: { code: 'invalid-argument' } })
  expect(JSON.stringify(reply).length).toBeLessThan(10_000)
})

test('defineFunction() turns a FunctionError into a reply', async () => {
  const main = defineFunction({
    input: noInput,
    handler: () => {
      throw new FunctionError('not-found', 'Cannot read "a": it does not exist', { id: 'a' })
    },
  })
  expect(await asUser(() => main({}))).toEqual({
    ok: false,
    error: { code: 'not-found', message: 'Cannot read "a": it does not exist', details: { id: 'a' } },
  })
})

test('defineFunction() throws any other error on, the same object with its stack', async () => {
  const bug = new TypeError('Cannot read properties of undefined')
  const main = defineFunction({ input: noInput, handler: () => Promise.reject(bug) })
  await expect(asUser(() => main({}))).rejects.toBe(bug)
})

const timer: WxContext = { source: 'wx_trigger' }
const nobody: WxContext = {}
const http: WxContext = { source: 'wx_http' }
const functionForUser: WxContext = { openid: user, source: 'wx_client,scf' }
const functionForTimer: WxContext = { source: 'wx_trigger,scf' }

test.each<[('user' | 'timer' | 'function')[], WxContext, string]>([
  [['user'], { openid: user }, 'ok'],
  [['user'], { openid: user, source: 'wx_devtools' }, 'ok'],
  [['user'], functionForUser, 'ok'],
  [['user'], functionForTimer, 'unauthenticated'],
  [['user'], timer, 'unauthenticated'],
  [['user'], http, 'unauthenticated'],
  [['user'], nobody, 'unauthenticated'],
  [['timer'], timer, 'ok'],
  [['timer'], { openid: user }, 'permission-denied'],
  [['timer'], functionForTimer, 'unauthenticated'],
  [['timer'], nobody, 'unauthenticated'],
  [['function'], functionForUser, 'ok'],
  [['function'], functionForTimer, 'ok'],
  [['function'], { openid: user }, 'permission-denied'],
  [['function'], timer, 'unauthenticated'],
  [['user', 'timer'], { openid: user }, 'ok'],
  [['user', 'timer'], timer, 'ok'],
  [['user', 'timer'], http, 'unauthenticated'],
])('a function for %j answers %j with %s', async (callers, context, expected) => {
  const main = defineFunction({ input: noInput, callers, handler: () => null })
  const reply = await inContext(context, () => main({}))
  expect(reply.ok ? 'ok' : reply.error.code).toBe(expected)
})

test('defineFunction() takes a timer at the word of the platform, not of the event', async () => {
  const main = defineFunction({ input: noInput, callers: ['timer'], handler: (_, caller) => caller })
  const event = { Type: 'Timer', TriggerName: 'nightly', Time: '2026-01-01T00:00:00Z', Message: '' } as never
  expect(await inContext(timer, () => main(event))).toEqual({
    ok: true,
    data: { env: 'dev-local', source: 'wx_trigger' },
  })
  expect(await asUser(() => main(event))).toMatchObject({ error: { code: 'permission-denied' } })
})

test('defineFunction() does not say that a refused input was wrong before it knows the caller', async () => {
  expect(await inContext(nobody, () => echo({} as never))).toMatchObject({
    error: { code: 'unauthenticated' },
  })
})
