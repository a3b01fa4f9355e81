import { call } from '../../cloud/call'
import { cloudState } from '../../cloud/init'
import { versionNames } from '../../cloud/version-names'
import { attempt } from '../../components/error-card/attempt'
import { cardOf, type ErrorCard } from '../../components/error-card/card'

const samples = [
  { name: '小程序码', text: '云函数生成小程序码，存入云存储，再显示出来', url: '/pages/qrcode/qrcode' },
  { name: '接口权限', text: '声明了的接口能调用，没声明的会怎样失败', url: '/pages/permission/permission' },
  { name: '留言板', text: '分页、内容检查、先显示再确认、失败撤回', url: '/pages/guestbook/guestbook' },
  { name: '安全规则', text: '不经过云函数读数据库：什么放行，什么被拒绝', url: '/pages/rules/rules' },
  { name: '上传图片', text: '选择、压缩、上传、显示、删除，中途可以取消', url: '/pages/upload/upload' },
  { name: '订阅消息', text: '先请用户同意，再由云函数发一条', url: '/pages/notify/notify' },
  { name: '手机号', text: '用按钮给的 code，在云函数里换手机号', url: '/pages/phone/phone' },
  { name: '错误报告', text: '用户遇到过哪些错误，按原因汇总，只给管理员看', url: '/pages/logs/logs' },
  {
    name: '已部署的云函数',
    text: '状态、运行环境、失败的原因，只给管理员看',
    url: '/pages/functions/functions',
  },
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
    this.setData({ versionName, env: state.ok ? state.env : '' })
    if (state.ok) return this.login()
  },

  /** The user may come back from the settings with another language. */
  onShow() {
    const state = cloudState()
    if (!state.ok) this.setData({ setup: cardOf(state.error) })
  },

  login() {
    return attempt(this, async () => {
      const { openid } = await call('login', {}, { idempotent: true, retries: 2 })
      this.setData({ openid })
    })
  },
})
