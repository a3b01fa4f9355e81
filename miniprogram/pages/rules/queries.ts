/** The server puts the caller's OPENID in the place of this text. */
const me = '{openid}'

/** One way to ask for notes, and what the rule makes of it. */
export interface Query {
  code: string
  why: string
  isAllowed: boolean
  /** How many notes there were. */
  run(notes: DB.CollectionReference, id: DB.DocumentId): Promise<number>
}

const count = ({ data }: { data: unknown[] }) => data.length

/**
 * The rule of `notes` is `doc._openid == auth.openid`. It is no filter: a query passes if its condition alone shows
 * that it can only meet notes of the caller.
 * https://developers.weixin.qq.com/miniprogram/dev/wxcloudservice/wxcloud/guide/database/security-rules.md
 */
export const queries: readonly Query[] = [
  {
    code: `notes.where({ _openid: '${me}' }).get()`,
    why: '条件里写明了只查自己的，规则放行。{openid} 由服务端换成你的 OPENID。',
    isAllowed: true,
    run: notes => notes.where({ _openid: me }).get().then(count),
  },
  {
    code: 'notes.get()',
    why: '没有条件，就可能查到别人的。规则不是过滤器：它不会只挑出你的，而是整个拒绝（-502003）。',
    isAllowed: false,
    run: notes => notes.get().then(count),
  },
  {
    code: 'notes.doc(id).get()',
    why: '哪怕这条就是你写的：单凭 id 看不出作者，规则无从判断，只能拒绝。',
    isAllowed: false,
    run: (notes, id) =>
      notes
        .doc(id)
        .get()
        .then(() => 1),
  },
  {
    code: `notes.where({ _id: id, _openid: '${me}' }).get()`,
    why: '同一条记录，条件里补上作者，就放行了。修改和删除也要这样写。',
    isAllowed: true,
    run: (notes, id) => notes.where({ _id: id, _openid: me }).get().then(count),
  },
]

/** The id of a note of the caller, which is written if there is none. */
export async function ownNote(notes: DB.CollectionReference): Promise<DB.DocumentId> {
  const { data } = await notes.where({ _openid: me }).limit(1).get()
  const id = data[0]?._id
  if (id !== undefined) return id
  return (await notes.add({ data: { text: '只有我能看到' } }))._id
}
