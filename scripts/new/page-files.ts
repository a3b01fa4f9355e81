/** The files of a new page, by path from the root: it calls a function, shows its failure, and has a test. */
export function pageFiles(name: string): Map<string, string> {
  const page = `miniprogram/pages/${name}/${name}`
  return new Map([
    [`${page}.ts`, source(name)],
    [`${page}.wxml`, TEMPLATE],
    [`${page}.wxss`, STYLE],
    [`${page}.json`, `${JSON.stringify(config(name), null, 2)}\n`],
    [`test/miniprogram/pages/${name}.test.ts`, testSource(name)],
  ])
}

function config(name: string) {
  return {
    navigationBarTitleText: name,
    usingComponents: { 'error-card': '/components/error-card/error-card' },
  }
}

function source(name: string): string {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Data`
  return `import { call } from '../../cloud/call'
import { attempt } from '../../components/error-card/attempt'
import type { ErrorCard } from '../../components/error-card/card'

interface ${type} {
  loading: boolean
  openid: string
  error: ErrorCard | null
}

const data: ${type} = { loading: false, openid: '', error: null }

Page({
  data,

  load() {
    return attempt(this, async () => {
      const { openid } = await call('login', {}, { idempotent: true, retries: 2 })
      this.setData({ openid })
    })
  },
})
`
}

const TEMPLATE = `<page-meta root-font-size="system" />
<view class="screen">
  <view class="card">
    <view class="card-title">新页面</view>
    <view class="card-text">这里调用云函数 login，请换成自己的内容。</view>
    <view wx:if="{{openid}}" class="mono openid">{{openid}}</view>
    <button class="button" disabled="{{loading}}" loading="{{loading}}" bind:tap="load">{{loading ? '正在调用' : '调用'}}</button>
  </view>

  <error-card class="problem" wx:if="{{error}}" card="{{error}}" bind:retry="load" />
</view>
`

const STYLE = `.openid {
  margin-top: var(--space-3);
}
`

function testSource(name: string): string {
  return `import { usePhone } from '../support/phone'
import { show } from '../support/screen'

const phone = usePhone()
const page = 'pages/${name}/${name}'

test('${name} shows what the function answers', async () => {
  const screen = await show<{ loading: boolean }>(page)
  await screen.tap('.button')
  expect(phone().requests).toMatchObject([{ name: 'login' }])
  await phone().answer({ ok: true, data: { openid: 'o-42' } })
  expect(screen.text()).toContain('o-42')
  expect(screen.data.loading).toBe(false)
})

test('${name} shows why a call failed', async () => {
  const screen = await show(page)
  await screen.tap('.button')
  await phone().fail('errCode: -501000  | errMsg: FunctionName parameter could not be found.')
  expect(screen.text()).toContain('-501000')
  await screen.tap('.problem', '.again')
  expect(phone().requests).toHaveLength(2)
})
`
}
