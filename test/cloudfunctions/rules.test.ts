import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { post } from '../scripts/local-cloud/support/ask'
import { useLocalCloud } from './support/use-local-cloud'

const cloud = useLocalCloud(['login'])

function read(name: string): unknown {
  return JSON.parse(readFileSync(join(__dirname, '../../cloudfunctions', name), 'utf8'))
}

/** Asks the database as the mini program does, without a function. */
async function ask(action: string, collectionName: string, params: object = {}, openid = 'oANN') {
  const body = { action: `database.${action}`, collectionName, ...params }
  return (await post(`${cloud.url}/client/database`, body, { 'x-wx-openid': openid })).json
}
const where = (condition: object) => ({ queryType: 'WHERE', query: JSON.stringify(condition) })
const add = (document: object) => ({ data: [JSON.stringify(document)] })
const denied = { errCode: -502003 }

test.each(['cloudLogs', 'guestbook'])('the mini program neither reads nor writes %s', async name => {
  await cloud.database.insert(name, { _id: '1', _openid: 'oANN' })
  expect(await ask('getDocument', name, where({ _openid: '{openid}' }))).toMatchObject(denied)
  expect(await ask('insertDocument', name, add({ a: 1 }))).toMatchObject(denied)
  expect(await ask('removeDocument', name, where({ _openid: '{openid}' }))).toMatchObject(denied)
  expect(cloud.database.all(name)).toHaveLength(1)
})

test('a note is read and written by its author only, who must say so in the query', async () => {
  const { data } = await ask('insertDocument', 'notes', add({ text: 'mine' }))
  const [_id] = data.insertedIds
  expect(cloud.database.all('notes')).toEqual([{ _id, _openid: 'oANN', text: 'mine' }])
  const mine = where({ _id, _openid: '{openid}' })
  expect((await ask('getDocument', 'notes', mine)).data.list).toHaveLength(1)
  expect((await ask('getDocument', 'notes', mine, 'oBOB')).data.list).toEqual([])
  for (const refused of [{}, where({ _id }), { queryType: 'DOC', query: JSON.stringify({ _id }) }]) {
    expect(await ask('getDocument', 'notes', refused)).toMatchObject(denied)
  }
})

test('a file is read by everybody and written by the one who uploaded it', () => {
  expect(read('storage.rules.json')).toEqual({ read: true, write: 'resource.openid == auth.openid' })
})

test('indexes are of collections that have a rule', () => {
  const rules = Object.keys(read('database.rules.json') as object)
  expect(rules).toEqual(expect.arrayContaining(Object.keys(read('database.indexes.json') as object)))
})
