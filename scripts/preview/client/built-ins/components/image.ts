import { builtIn } from '../built-in'
import { OWN_SEGMENT } from '../hover'
import { warnOf } from '../warn-of'

interface ImageValues {
  src: string
  mode: string
  lazyLoad: boolean
  webp: boolean
  showMenuByLongpress: boolean
  fadeIn: boolean
}

/** Any other mode is a place, such as `top left`, for the picture in its own size. */
const FITS: Readonly<Record<string, string>> = {
  scaleToFill: 'fill',
  aspectFit: 'contain',
  aspectFill: 'cover',
  widthFix: 'fill',
  heightFix: 'fill',
}

/** A source may be a whole picture in base64. */
const MAX_SHOWN = 200

/** https://developers.weixin.qq.com/miniprogram/dev/component/image.html */
export const image = builtIn<ImageValues>({
  properties: {
    src: { type: String, value: '' },
    mode: { type: String, value: 'scaleToFill' },
    lazyLoad: { type: Boolean, value: false },
    webp: { type: Boolean, value: false },
    showMenuByLongpress: { type: Boolean, value: false },
    fadeIn: { type: Boolean, value: false },
  },
  create({ host, component, services, make, values, fire }) {
    const picture = make('img', 'wx-image-picture')
    picture.alt = ''
    picture.draggable = false
    host.append(picture)
    picture.addEventListener('load', () =>
      fire('load', { width: picture.naturalWidth, height: picture.naturalHeight }),
    )
    picture.addEventListener('error', () => fail())

    function fail(reason = `GET ${values().src} failed`): void {
      picture.removeAttribute('src')
      warnOf(component, `image src="${values().src.slice(0, MAX_SHOWN)}"`, reason)
      fire('error', { errMsg: reason })
    }

    async function show(src: string): Promise<void> {
      if (src === '') return picture.removeAttribute('src')
      try {
        const address = await services.resolveSource(src, component.ownerShadowRoot?.getHostNode().is)
        if (values().src === src) picture.src = address
      } catch (error) {
        if (values().src === src) fail(error instanceof Error ? error.message : String(error))
      }
    }

    return {
      update(changed) {
        const { src, mode, lazyLoad } = values()
        if (changed.has('lazyLoad')) picture.loading = lazyLoad ? 'lazy' : 'eager'
        if (changed.has('mode')) {
          const fit = FITS[mode]
          picture.style.objectFit = fit ?? 'none'
          picture.style.objectPosition = fit ? '' : mode
          host.setAttribute('mode', mode)
          const own: Record<string, string> = { widthFix: 'height:auto', heightFix: 'width:auto' }
          component.setNodeStyle(own[mode] ?? '', OWN_SEGMENT)
        }
        if (changed.has('src')) void show(src)
      },
    }
  },
})
