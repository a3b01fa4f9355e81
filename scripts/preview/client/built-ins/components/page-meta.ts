import { builtIn } from '../built-in'

interface PageMetaValues {
  rootFontSize: string
  pageStyle: string
  backgroundColor: string
  backgroundTextStyle: string
  backgroundColorTop: string
  backgroundColorBottom: string
  rootBackgroundColor: string
  scrollTop: string
  scrollDuration: number
  pageFontSize: string
  pageOrientation: string
}

const text = { type: String, value: '' } as const

/**
 * Acts on the page that it stands in. `system` as a size of text is what the browser is set to.
 * https://developers.weixin.qq.com/miniprogram/dev/component/page-meta.html
 */
export const pageMeta = builtIn<PageMetaValues>({
  properties: {
    rootFontSize: text,
    pageStyle: text,
    backgroundColor: text,
    backgroundTextStyle: text,
    backgroundColorTop: text,
    backgroundColorBottom: text,
    rootBackgroundColor: text,
    scrollTop: text,
    scrollDuration: { type: Number, value: 300 },
    pageFontSize: text,
    pageOrientation: text,
  },
  create({ host, services, values }) {
    let isAttached = false
    const apply = () => {
      if (!isAttached) return
      const page = host.parentElement
      const { rootFontSize, pageFontSize, pageStyle, backgroundColor } = values()
      const root = host.ownerDocument.documentElement
      root.style.fontSize = rootFontSize === 'system' ? '' : rootFontSize
      if (!page) return
      if (pageStyle !== '') page.style.cssText = pageStyle
      if (pageFontSize !== '' && pageFontSize !== 'system') page.style.fontSize = pageFontSize
      if (backgroundColor !== '') page.style.backgroundColor = backgroundColor
    }
    return {
      update(changed) {
        apply()
        const { scrollTop, scrollDuration } = values()
        if (isAttached && changed.has('scrollTop') && scrollTop !== '')
          services.scrollTo(Number.parseFloat(scrollTop), scrollDuration)
      },
      attached() {
        isAttached = true
        apply()
      },
    }
  },
})
