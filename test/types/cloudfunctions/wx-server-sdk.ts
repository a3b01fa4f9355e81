// The holes of the published types, closed. This file is compiled, never run.
import cloud from 'wx-server-sdk'
import { isCloudSdkError } from '../../../cloudfunctions/shared/cloud-sdk-error'

cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })
cloud.init({ env: { database: 'a', storage: cloud.DYNAMIC_CURRENT_ENV }, timeout: 5000 })
// @ts-expect-error: a string, or the symbol of the SDK
cloud.init({ env: Symbol('other') })

const database = cloud.database({ env: cloud.DYNAMIC_CURRENT_ENV, throwOnNotFound: false })
interface Note {
  text: string
}

export async function documents(): Promise<string | undefined> {
  const notes = database.collection<Note>('notes')
  const { data } = await notes.where({ done: true }).orderBy('at', 'desc').limit(10).get()
  const { stats } = await notes.where({ done: true }).update({ data: { at: database.serverDate() } })
  stats.updated satisfies number
  ;(await notes.where({ done: true }).remove()).stats.removed satisfies number
  ;(await notes.add({ data: [{ text: 'a' }, { text: 'b' }] }))._ids satisfies unknown[]
  ;(await notes.add({ data: { text: 'a' } }))._id satisfies unknown
  ;(await notes.aggregate().match({}).end()).list satisfies unknown[]
  // @ts-expect-error: asc or desc
  notes.orderBy('at', 'down')
  // @ts-expect-error: a note has no title
  data[0]?.title
  return data[0]?.text
}

export async function transaction(): Promise<number> {
  return database.runTransaction(async transaction => {
    const note = transaction.collection<Note>('notes').doc('a')
    const { data } = await note.get()
    await note.update({ data: { text: `${data.text}!` } })
    // @ts-expect-error: single documents only
    transaction.collection('notes').where({})
    return data.text.length
  })
}

export async function nested(): Promise<number> {
  const { result, requestID } = await cloud.callFunction<{ n: number }>({ name: 'other', data: { a: 1 } })
  const { fileList } = await cloud.getTempFileURL({ fileList: ['cloud://a'] })
  await cloud.deleteFile({ fileList: fileList.map(file => file.fileID) })
  return result.n + requestID.length
}

export function code(error: unknown): number | undefined {
  // @ts-expect-error: an unknown error has no code
  error.errCode
  return isCloudSdkError(error) ? error.errCode : undefined
}
