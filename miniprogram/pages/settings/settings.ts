import { call } from '../../cloud/call'
import { toCloudError } from '../../cloud/cloud-error'
import type { Language } from '../../cloud/error-codes'
import { cloudState } from '../../cloud/init'
import { adviceLanguage, chooseAdviceLanguage } from '../../cloud/language'
import { versionNames } from '../../cloud/version-names'
import { attempt } from '../../components/error-card/attempt'
import { cardOf, type ErrorCard } from '../../components/error-card/card'

/** An error to show the advice with: what a function without the permission for its openapi brings. */
const example = toCloudError(
  'cloud.callFunction:fail Error: errCode: -504002 functions execute fail | errMsg: Error: errCode: -604101 function has no permission to call this API',
  { functionName: 'withheld' },
)

interface SettingsData {
  version: string
  env: string
  openid: string
  loading: boolean
  languages: { value: Language; name: string }[]
  language: Language
  example: ErrorCard | null
  /** Why the choice could not be kept. */
  refused: ErrorCard | null
  error: ErrorCard | null
}

const data: SettingsData = {
  version: '',
  env: '',
  openid: '',
  loading: false,
  languages: [
    { value: 'zh', name: '中文' },
    { value: 'en', name: 'English' },
  ],
  language: 'zh',
  example: null,
  refused: null,
  error: null,
}

Page({
  data,

  onLoad() {
    const state = cloudState()
    // Only the released version has a number.
    const { version = '' } = wx.getAccountInfoSync().miniProgram
    this.setData({
      version: `${versionNames[state.envVersion]} ${version}`.trim(),
      env: state.ok ? state.env : '',
    })
    this.showLanguage()
    return this.login()
  },

  login() {
    return attempt(this, async () => {
      const { openid } = await call('login', {}, { idempotent: true, retries: 2 })
      this.setData({ openid })
    })
  },

  choose(event: WechatMiniprogram.TouchEvent) {
    try {
      chooseAdviceLanguage(event.currentTarget.dataset.language)
      this.setData({ refused: null })
      this.showLanguage()
    } catch (error) {
      this.setData({ refused: cardOf(toCloudError(error)) })
    }
  },

  showLanguage() {
    const language = adviceLanguage()
    this.setData({
      language,
      example: cardOf(example, { language, openapi: 'wxacode.get', isExample: true }),
    })
  },
})
