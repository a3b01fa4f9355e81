import { call } from '../../cloud/call'
import { toCloudError } from '../../cloud/cloud-error'
import { cloudState } from '../../cloud/init'
import { cardOf, type ErrorCard } from '../../components/error-card/card'

const versionNames = { develop: '开发版', trial: '体验版', release: '正式版' } as const

const samples = [
  { name: '小程序码', text: '云函数生成小程序码，存入云存储，再显示出来', url: '/pages/qrcode/qrcode' },
  { name: '接口权限', text: '声明了的接口能调用，没声明的会怎样失败', url: '/pages/permission/permission' },
]

interface HomeData {
  versionName: string
  env: string
  /** Why the cloud cannot be used at all. */
  setup: ErrorCard | null
  loading: boolean
  openid: string
  error: ErrorCard | null
  samples: typeof samples
}

const data: HomeData = {
  versionName: '',
  env: '',
  setup: null,
  loading: false,
  openid: '',
  error: null,
  samples,
}

Page({
  data,

  onLoad() {
    const state = cloudState()
    const versionName = versionNames[state.envVersion]
    if (!state.ok) {
      this.setData({ versionName, setup: cardOf(state.error) })
      return
    }
    this.setData({ versionName, env: state.env })
    return this.login()
  },

  async login() {
    this.setData({ loading: true, error: null })
    try {
      const { openid } = await call('login', {}, { idempotent: true, retries: 2 })
      this.setData({ openid })
    } catch (error) {
      this.setData({ error: cardOf(toCloudError(error)) })
    } finally {
      this.setData({ loading: false })
    }
  },
})
