import { builtIn } from '../built-in'

interface TextValues {
  selectable: boolean
  userSelect: boolean
  space: string
  decode: boolean
  overflow: string
  maxLines: number
}

const SPACES: Readonly<Record<string, string>> = { ensp: '0.5em', emsp: '1em', nbsp: '0' }

/** https://developers.weixin.qq.com/miniprogram/dev/component/text.html */
export const text = builtIn<TextValues>({
  properties: {
    selectable: { type: Boolean, value: false },
    userSelect: { type: Boolean, value: false },
    space: { type: String, value: '' },
    decode: { type: Boolean, value: false },
    overflow: { type: String, value: 'visible' },
    maxLines: { type: Number, value: 0 },
  },
  create({ host, make, values }) {
    const slot = make('span', 'wx-text-content')
    host.append(slot)
    return {
      slot,
      update() {
        const { selectable, userSelect, space } = values()
        slot.classList.toggle('wx-text-selectable', selectable || userSelect)
        slot.classList.toggle('wx-text-spaces', space in SPACES)
        slot.style.wordSpacing = SPACES[space] ?? ''
      },
      attached() {
        // line breaks in a text are line breaks, whatever it stands in
        const { whiteSpace = 'normal' } = host.parentElement ? getComputedStyle(host.parentElement) : {}
        slot.classList.toggle('wx-text-lines', whiteSpace === 'normal' || whiteSpace === '')
      },
    }
  },
})
