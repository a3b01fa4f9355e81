import type { ErrorCard } from './card'

/** Shows a `card` made by `cardOf`. Fires `retry`. */
Component({
  options: {
    // The card looks like every other card: the classes of app.wxss hold in here too.
    styleIsolation: 'apply-shared',
  },
  properties: {
    card: { type: Object },
    /** Whether trying again makes sense. */
    canRetry: { type: Boolean, value: true },
  },
  methods: {
    copy() {
      const card = this.data.card as ErrorCard
      wx.setClipboardData({ data: card.copy })
    },
    retry() {
      this.triggerEvent('retry')
    },
  },
})
