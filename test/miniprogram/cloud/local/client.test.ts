/** @jest-environment node */
import { askDatabase } from '../../../../miniprogram/cloud/ask-database'
import { call } from '../../../../miniprogram/cloud/call'
import { imageSource, removeFile, startUpload, temporaryUrl } from '../../../../miniprogram/cloud/storage'
import { localCloud } from '../../../../miniprogram/env'
import { DEFAULT_PORT } from '../../../../scripts/start/start-cloud'
import { useLocalCloud } from '../../../cloudfunctions/support/use-local-cloud'
import { ask } from '../../../scripts/local-cloud/support/ask'
import { useLocalPhone } from '../../support/local-phone'

jest.setTimeout(60_000)

/** What `miniprogram-api-typings` lacks of a query; see `miniprogram/typings/`. */
interface Changeable {
  update(options: { data: object }): Promise<{ stats: { updated: number } }>
  remove(): Promise<{ stats: { removed: number } }>
}
const cloud = useLocalCloud(['login', 'withheld'])
const phone = useLocalPhone(() => cloud.url)

test('env.ts names the address where npm start listens', () => {
  expect(localCloud).toBe(`http://127.0.0.1:${DEFAULT_PORT}`)
})

test('call() reaches a function of the local cloud, as the user whom the cloud takes', async () => {
  expect(await call('login')).toMatchObject({ openid: expect.stringMatching(/^o/) })
  expect(phone().asked).toEqual([`${localCloud}/client/callFunction`])
})

test('call() fails as in the cloud', async () => {
  await expect(call('withheld')).rejects.toMatchObject({
    name: 'CloudError',
    codes: [-504002, -604101],
    functionName: 'withheld',
  })
  await expect(call('guestbook', { action: 'list' })).rejects.toMatchObject({ code: -501000 })
})

test('call() gives up after its own time limit', async () => {
  phone().wx.request = () => {}
  await expect(call('login', {}, { timeout: 20 })).rejects.toMatchObject({ code: 'timeout' })
})

test('a file is sent, shown and removed', async () => {
  phone().files.set('tmp/1.png', 'picture')
  const percents: number[] = []
  const file = { cloudPath: 'uploads/o/1.png', filePath: 'tmp/1.png' }
  const fileID = await startUpload(file, percent => percents.push(percent)).result
  expect(fileID).toMatch(/^cloud:\/\/.*uploads\/o\/1\.png$/)
  expect(percents).toEqual([100])

  const url = await temporaryUrl(fileID ?? '')
  expect((await ask(url, { method: 'GET' })).text).toBe('picture')
  expect((await ask(await imageSource(fileID ?? ''), { method: 'GET' })).text).toBe('picture')

  await removeFile(fileID ?? '')
  await expect(temporaryUrl(fileID ?? '')).rejects.toMatchObject({ code: -503003 })
})

test('an upload can be cancelled while it is announced, and while it is sent', async () => {
  const file = { cloudPath: 'uploads/o/2.png', filePath: 'tmp/2.png' }
  const early = startUpload(file, () => {})
  early.cancel()
  expect(await early.result).toBeUndefined()
  expect(phone().aborted).toBe(0)

  const { uploadFile } = phone().wx
  const sending = new Promise<void>(resolve => {
    phone().wx.uploadFile = request => {
      resolve()
      return uploadFile(request)
    }
  })
  const late = startUpload(file, () => {})
  await sending
  // the task is handed over right after it began
  await Promise.resolve()
  late.cancel()
  expect(await late.result).toBeUndefined()
  expect(phone().aborted).toBe(1)
})

test("somebody else's file is refused, and a path that is none", async () => {
  const { fileID } = await cloud.storage.put('uploads/oThem/1.png', Buffer.from('x'), { openid: 'oThem' })
  await expect(removeFile(fileID)).rejects.toMatchObject({ code: -503002 })
  const { result } = startUpload({ cloudPath: 'a//b', filePath: 'tmp/1.png' }, () => {})
  await expect(result).rejects.toMatchObject({ code: -501007 })
  const upload = startUpload({ cloudPath: 'uploads/oThem/1.png', filePath: 'tmp/1.png' }, () => {})
  await expect(upload.result).rejects.toMatchObject({ code: -503002 })
})

test('the database is asked under its rules', async () => {
  const mine = { _openid: '{openid}' }
  const at = new Date(1_700_000_000_123)
  const { _id } = await askDatabase(database =>
    database.collection('notes').add({ data: { text: 'a', n: 1.5, at } }),
  )
  await askDatabase(database => database.collection('notes').add({ data: { text: 'b', n: 2 } }))
  expect((await askDatabase(database => database.collection('notes').where(mine).count())).total).toBe(2)
  const { data } = await askDatabase(database =>
    database.collection('notes').where(mine).orderBy('n', 'desc').skip(1).limit(1).get(),
  )
  expect(data).toMatchObject([{ _id, text: 'a', n: 1.5, at }])

  const ofOne = <Result>(ask: (query: Changeable) => Promise<Result>) =>
    askDatabase(database =>
      ask(database.collection('notes').where({ _id, _openid: '{openid}' }) as unknown as Changeable),
    )
  expect((await ofOne(query => query.update({ data: { text: 'c' } }))).stats.updated).toBe(1)
  expect((await ofOne(query => query.remove())).stats.removed).toBe(1)
})

test('an update changes what it names, also inside of objects, and replaces everything else', async () => {
  const mine = { _openid: '{openid}' }
  const before = {
    style: { color: 'red', size: 1, edge: { width: 1, dashed: true } },
    tags: [1, 2],
    more: { a: 1 },
  }
  const { _id } = await askDatabase(database => database.collection('notes').add({ data: before }))
  const at = new Date(1_700_000_000_123)
  const changes = { style: { color: 'blue', edge: { width: 2 }, at }, tags: [3], more: {}, none: null }
  await askDatabase(database =>
    (database.collection('notes').where({ ...mine, _id }) as unknown as Changeable).update({ data: changes }),
  )
  const { data } = await askDatabase(database =>
    database
      .collection('notes')
      .where({ ...mine, _id })
      .get(),
  )
  expect(data).toEqual([
    {
      _id,
      _openid: expect.any(String),
      style: { color: 'blue', size: 1, edge: { width: 2, dashed: true }, at },
      tags: [3],
      more: { a: 1 },
      none: null,
    },
  ])
})

test('the rules refuse as in the cloud', async () => {
  for (const refused of [
    askDatabase(database => database.collection('notes').get()),
    askDatabase(database => database.collection('notes').doc('x').get()),
    askDatabase(database => database.collection('nowhere').get()),
  ]) {
    await expect(refused).rejects.toMatchObject({ name: 'CloudError', code: -502003 })
  }
})

test('what the local database lacks says so, and what to do instead', async () => {
  await expect(askDatabase(async database => database.command.gt(1))).rejects.toThrow(
    /local cloud has no database\.command: ask in a cloud function/,
  )
  await expect(askDatabase(async database => database.collection('notes').field({}))).rejects.toThrow(
    /no collection\.field/,
  )
  const success = () => {}
  await expect(askDatabase(async database => database.collection('notes').get({ success }))).rejects.toThrow(
    /leave out success and fail/,
  )
  await expect(
    askDatabase(database => database.collection('notes').where({ _openid: '{openid}' }).get()),
  ).resolves.toEqual({ data: [] })
})
