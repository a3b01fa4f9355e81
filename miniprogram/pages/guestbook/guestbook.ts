import type { Contract } from '../../../cloudfunctions/contract'
import { call } from '../../cloud/call'
import { type CloudError, toCloudError } from '../../cloud/cloud-error'
import { cardOf, type ErrorCard } from '../../components/error-card/card'
import {
  appended,
  type Entry,
  findRow,
  type Lists,
  listsOf,
  pathOf,
  sendingRow,
  sentKey,
  toRow,
} from './rows'

type Action = 'refresh' | 'more' | 'send' | 'save' | 'remove'
type Input = Contract['guestbook']['input']

interface GuestbookData {
  lists: Lists
  /** The cursor of the next page, if there is one. */
  next: string | null
  /** What is under way. */
  busy: { [Name in Action]?: boolean }
  draft: string
  /** That the draft was sent with before, in vain: the same again, so that it is not added twice. */
  token: string
  /** Id of the entry that is being changed. */
  editing: string
  editText: string
  /** What failed. */
  failed: { card: ErrorCard; input: Input } | null
}

const data: GuestbookData = {
  lists: listsOf([]),
  next: null,
  busy: {},
  draft: '',
  token: '',
  editing: '',
  editText: '',
  failed: null,
}

type Reply = Contract['guestbook']['output']
type Tap = WechatMiniprogram.BaseEvent<WechatMiniprogram.IAnyObject, { id: string }>

Page({
  data,

  onLoad() {
    return this.refresh()
  },

  async onPullDownRefresh() {
    await this.refresh()
    wx.stopPullDownRefresh()
  },

  onReachBottom() {
    return this.more()
  },

  refresh() {
    if (this.data.busy.refresh || this.data.busy.more) return
    return this.attempt('refresh', { action: 'list' }, ({ entries, next }: Reply) =>
      this.setData({ lists: listsOf(entries.map(entry => toRow(entry))), next }),
    )
  },

  more() {
    const { next: cursor, busy } = this.data
    if (busy.refresh || busy.more || cursor === null) return
    return this.attempt('more', { action: 'list', cursor }, ({ entries, next }: Reply) => {
      const rows = entries.map(entry => toRow(entry))
      this.setData(Object.assign({ next }, appended(this.data.lists, 1, rows)))
    })
  },

  setDraft(event: WechatMiniprogram.Input) {
    // Another text is another entry.
    this.setData({ draft: event.detail.value, token: '' })
  },

  /** Shows the entry before the cloud has it, and takes it back if the cloud does not want it. */
  send() {
    const { draft: text, token, lists } = this.data
    if (text.trim() === '') return
    const id = token || newToken()
    const sending = appended(lists, 0, [sendingRow(id, text, lists)])
    this.setData(Object.assign({ draft: '', token: '' }, sending))
    const takeBack = () => {
      this.hide(id, true)
      const later = this.data.draft
      this.setData({ draft: later ? `${text}\n${later}` : text, token: later ? '' : id })
    }
    return this.attempt(
      'send',
      { action: 'add', text, token: id },
      ({ entries }: Reply) => this.settle(id, entries[0]),
      takeBack,
    )
  },

  edit(event: Tap) {
    const { id } = event.currentTarget.dataset
    const row = findRow(this.data.lists, id)
    if (row) this.setData({ editing: id, editText: row.text })
  },

  setEditText(event: WechatMiniprogram.Input) {
    this.setData({ editText: event.detail.value })
  },

  cancelEdit() {
    this.setData({ editing: '' })
  },

  save() {
    return this.change(this.data.editing, this.data.editText)
  },

  change(id: string, text: string) {
    return this.attempt('save', { action: 'edit', id, text }, ({ entries }: Reply) => {
      this.settle(id, entries[0])
      const { editing, editText } = this.data
      // Meanwhile the user may have gone on to another entry, or to another text.
      if (editing === id && editText === text) this.setData({ editing: '' })
    })
  },

  async askRemove(event: Tap) {
    const { id } = event.currentTarget.dataset
    const { confirm } = await wx.showModal({ title: '删除这条留言？', confirmText: '删除' })
    if (confirm) await this.remove(id)
  },

  remove(id: string) {
    this.hide(id, true)
    const takeBack = ({ code }: CloudError) => {
      // What is not found is gone: another phone removed it, or an attempt whose answer was lost.
      const isGone = code === 'not-found'
      this.hide(id, isGone)
      return isGone
    }
    return this.attempt('remove', { action: 'remove', id }, () => {}, takeBack)
  },

  retry() {
    const input = this.data.failed?.input
    switch (input?.action) {
      case 'list':
        return input.cursor ? this.more() : this.refresh()
      case 'add':
        return this.send()
      case 'edit':
        return this.change(input.id, input.text)
      case 'remove':
        return this.remove(input.id)
    }
  },

  /** Puts what the cloud says in the place of what was shown; a refresh may have taken that away. */
  settle(shownId: string, entry: Entry | undefined) {
    const { lists } = this.data
    if (!entry) return
    const path = pathOf(lists, shownId)
    const known = pathOf(lists, entry.id)
    // An attempt before this one had added it, and it was loaded since.
    if (known && known !== path) this.hide(shownId, true)
    else if (path) this.setData({ [path]: toRow(entry, findRow(lists, shownId)?.key) })
    else this.setData(appended(lists, 0, [toRow(entry, sentKey(lists[0]))]))
  },

  hide(id: string, isGone: boolean) {
    const path = pathOf(this.data.lists, id)
    if (path) this.setData({ [`${path}.isGone`]: isGone })
  },

  /**
   * Asks the cloud. Every action can be repeated without harm: an entry is known by its token or its id.
   *
   * @param takeBack what to do about a failure; `true` if it is none
   */
  async attempt(
    action: Action,
    input: Input,
    done: (reply: Reply) => void,
    takeBack: (error: CloudError) => unknown = () => {},
  ): Promise<void> {
    this.setData({ [`busy.${action}`]: true, failed: null })
    try {
      done(await call('guestbook', input, { idempotent: true, retries: 1 }))
    } catch (thrown) {
      const error = toCloudError(thrown)
      if (takeBack(error) !== true) this.setData({ failed: { card: cardOf(error), input } })
    }
    this.setData({ [`busy.${action}`]: false })
  },
})

/** Unlike any other of this user; the cloud puts the user to it. */
function newToken(): string {
  return `${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`
}
