import { builtIn } from '../built-in'
import { addHover, type HoverValues, hoverProperties } from '../hover'

/** https://developers.weixin.qq.com/miniprogram/dev/component/view.html */
export const view = builtIn<HoverValues>({
  properties: hoverProperties('none', 50, 400),
  create({ component, values }) {
    addHover(component, values)
    return {}
  },
})
