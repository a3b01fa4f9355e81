import { builtIn } from '../built-in'

interface NavigationBarValues {
  title: string
  loading: boolean
  frontColor: string
  backgroundColor: string
  colorAnimationDuration: number
  colorAnimationTimingFunc: string
}

/** https://developers.weixin.qq.com/miniprogram/dev/component/navigation-bar.html */
export const navigationBar = builtIn<NavigationBarValues>({
  properties: {
    title: { type: String, value: '' },
    loading: { type: Boolean, value: false },
    frontColor: { type: String, value: '' },
    backgroundColor: { type: String, value: '' },
    colorAnimationDuration: { type: Number, value: 0 },
    colorAnimationTimingFunc: { type: String, value: 'linear' },
  },
  create({ services, values }) {
    let isAttached = false
    const apply = () => {
      if (!isAttached) return
      const { title, loading, frontColor, backgroundColor } = values()
      services.setNavigationBar({
        loading,
        ...(title === '' ? {} : { title }),
        ...(backgroundColor === '' ? {} : { background: backgroundColor }),
        ...(frontColor === '' ? {} : { front: frontColor === '#ffffff' ? 'white' : 'black' }),
      })
    }
    return {
      update: apply,
      attached() {
        isAttached = true
        apply()
      },
    }
  },
})
