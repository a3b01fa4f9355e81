import { askDatabase } from '../../cloud/ask-database'
import { attempt } from '../../components/error-card/attempt'
import type { ErrorCard } from '../../components/error-card/card'
import { ownNote, queries } from './queries'

interface Attempt {
  code: string
  why: string
  isAllowed: boolean
  loading: boolean
  /** What came of it; empty before and after a failure. */
  result: string
  error: ErrorCard | null
}

const data: { attempts: Attempt[] } = {
  attempts: queries.map(({ code, why, isAllowed }) => ({
    code,
    why,
    isAllowed,
    loading: false,
    result: '',
    error: null,
  })),
}

Page({
  data,

  ask(event: WechatMiniprogram.BaseEvent<WechatMiniprogram.IAnyObject, { index: number }>) {
    const { index } = event.currentTarget.dataset
    const query = queries[index]
    if (!query) return
    const place = `attempts[${index}].`
    this.setData({ [`${place}result`]: '' })
    const run = async () => {
      const count = await askDatabase(database => {
        const notes = database.collection('notes')
        return ownNote(notes).then(id => query.run(notes, id))
      })
      this.setData({ [`${place}result`]: `${count} 条` })
    }
    return attempt(this, run, { place })
  },
})
