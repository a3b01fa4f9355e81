import { readFileSync } from 'node:fs'
import { join } from 'node:path'

function read(name: string): unknown {
  return JSON.parse(readFileSync(join(__dirname, '../../cloudfunctions', name), 'utf8'))
}

test('the mini program neither reads nor writes the collection of error reports', () => {
  expect(read('database.rules.json')).toMatchObject({ cloudLogs: { read: false, write: false } })
})

test('the guestbook is read by everybody and written by its function only', () => {
  expect(read('database.rules.json')).toMatchObject({ guestbook: { read: true, write: false } })
})

test('a file is read by everybody and written by the one who uploaded it', () => {
  expect(read('storage.rules.json')).toEqual({ read: true, write: 'resource.openid == auth.openid' })
})
