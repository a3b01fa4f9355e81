import { builtIn } from '../built-in'
import { addHover, type HoverValues, hoverProperties } from '../hover'
import { onKeys, tapOn } from '../keyboard'
import { warnOf } from '../warn-of'

interface NavigatorValues extends HoverValues {
  target: string
  url: string
  openType: string
  delta: number
}

/** https://developers.weixin.qq.com/miniprogram/dev/component/navigator.html */
export const navigator = builtIn<NavigatorValues>({
  properties: {
    ...hoverProperties('navigator-hover', 50, 600),
    target: { type: String, value: 'self' },
    url: { type: String, value: '' },
    openType: { type: String, value: 'navigate' },
    delta: { type: Number, value: 1 },
  },
  create(context) {
    const { host, component, services, values, fire } = context
    onKeys(host, () => tapOn(context))
    addHover(component, values)
    component.addListener('tap', () => {
      const { target, url, openType, delta } = values()
      if (target === 'miniProgram') return services.missing('navigator target="miniProgram"')
      services.navigate(openType, url, delta).then(
        () => {
          fire('success')
          fire('complete')
        },
        (error: unknown) => {
          const errMsg = error instanceof Error ? error.message : String(error)
          warnOf(component, `navigator url="${url}"`, errMsg)
          fire('fail', { errMsg })
          fire('complete')
        },
      )
    })
    return {}
  },
})
