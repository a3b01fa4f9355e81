import { builtIn } from '../built-in'
import { decodeEntities } from '../entities'

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
    /** What came out, by the node that it is in: what was decoded is not decoded again. */
    const decoded = new WeakMap<ChildNode, string>()
    const decode = () => {
      for (const node of textsIn(slot)) {
        if (node.data === decoded.get(node)) continue
        const text = decodeEntities(node.data)
        decoded.set(node, text)
        if (text !== node.data) node.data = text
      }
    }
    const observer = new MutationObserver(decode)
    const follow = () => {
      observer.disconnect()
      if (!values().decode) return
      observer.observe(slot, { childList: true, characterData: true, subtree: true })
      decode()
    }
    return {
      slot,
      update(changed) {
        if (changed.has('decode')) follow()
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

/** The texts of a component itself: a `text` inside it says for itself whether it decodes. */
function textsIn(slot: Node): Text[] {
  return [...slot.childNodes].flatMap(node => {
    if (node.nodeType === node.TEXT_NODE) return [node as Text]
    return node.nodeName === 'WX-TEXT' ? [] : textsIn(node)
  })
}
