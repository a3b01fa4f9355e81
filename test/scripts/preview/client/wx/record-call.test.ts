import type { PreviewEvent } from '../../../../../scripts/preview/client/phone'
import { createRecorder, outcomeOf } from '../../../../../scripts/preview/client/wx/network/record-call'

function record(path: string, body: unknown) {
  const events: PreviewEvent[] = []
  let now = 100
  const done = createRecorder(
    event => events.push(event),
    () => now,
  ).begin(path, body)
  now = 142.4
  return { events, done }
}

test('a call is reported when it begins, and again with what came and how long it took', () => {
  const { events, done } = record('/client/callFunction', { name: 'login', data: { a: 1 } })
  done?.({ ok: true, result: { openid: 'o' } })
  const begun = { type: 'call', id: 1, name: 'login', input: { a: 1 } }
  expect(events).toEqual([
    begun,
    { ...begun, outcome: { ok: true, result: { openid: 'o' } }, milliseconds: 42 },
  ])
})

test.each([
  [
    '/client/database',
    {
      action: 'database.getDocument',
      collectionName: 'notes',
      queryType: 'WHERE',
      multi: true,
      query: '{"_openid":"{openid}"}',
      limit: 1,
      order: undefined,
    },
    { name: 'notes.get', input: { query: { _openid: '{openid}' }, limit: 1 } },
  ],
  [
    '/client/database',
    { action: 'database.insertDocument', collectionName: 'notes', data: ['{"text":"a"}'] },
    { name: 'notes.add', input: { data: [{ text: 'a' }] } },
  ],
  [
    '/client/storage',
    { action: 'storage.batchDeleteFile', fileid_list: ['cloud://a'] },
    { name: 'deleteFile', input: { fileid_list: ['cloud://a'] } },
  ],
])('%s is named as the API that it comes from', (path, body, expected) => {
  expect(record(path, body).events).toEqual([{ type: 'call', id: 1, ...expected }])
})

test.each([
  ['/cos/a/b', undefined],
  ['/local/status', {}],
  ['/client/callFunction', 'no object'],
])('%s is not listed', (path, body) => {
  expect(record(path, body)).toEqual({ events: [], done: undefined })
})

test.each([
  [200, { result: { ok: true, data: 1 } }, { ok: true, result: { ok: true, data: 1 } }],
  [200, { data: { list: ['{"_id":"a"}'] } }, { ok: true, result: { list: [{ _id: 'a' }] } }],
  [200, { errCode: -504002, errMsg: 'm' }, { ok: false, errCode: -504002, errMsg: 'm' }],
  [
    200,
    { result: { ok: false, error: { code: 'not-found', message: 'gone' } } },
    { ok: false, errCode: 'not-found', errMsg: 'gone' },
  ],
  [400, { error: '"name" must be a string' }, { ok: false, errCode: 400, errMsg: '"name" must be a string' }],
  [502, 'proxy', { ok: false, errCode: 502, errMsg: 'HTTP status 502' }],
])('outcomeOf(%j, %j)', (status, reply, expected) => {
  expect(outcomeOf(status, reply)).toEqual(expected)
})
