import { builtIn } from '../built-in'
import { OWN_SEGMENT } from '../hover'
import { richNodes } from '../rich-nodes'

interface RichTextValues {
  nodes: unknown
  space: string
  userSelect: boolean
}

/** https://developers.weixin.qq.com/miniprogram/dev/component/rich-text.html */
export const richText = builtIn<RichTextValues>({
  properties: {
    nodes: { type: null, value: '' },
    space: { type: String, value: '' },
    userSelect: { type: Boolean, value: false },
  },
  create({ host, component, make, values }) {
    return {
      // a rich-text has no children but its nodes
      slot: make('div'),
      update(changed) {
        const { nodes, userSelect } = values()
        component.setNodeStyle(userSelect ? 'user-select:text' : '', OWN_SEGMENT)
        if (changed.has('nodes')) host.replaceChildren(richNodes(nodes, host.ownerDocument))
      },
    }
  },
})
