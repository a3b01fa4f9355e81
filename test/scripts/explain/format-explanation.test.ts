import pc from 'picocolors'
import { explain } from '../../../scripts/explain/explanation'
import { formatExplanation } from '../../../scripts/explain/format-explanation'

const plain = pc.createColors(false)
const TEXT =
  'errCode: -504002 functions execute fail | errMsg: Error: errCode: -604101 function has no permission to call this API | errMsg: openapi.wxacode.get:fail'

async function show(text: string, language: 'en' | 'zh', functionName?: string): Promise<string> {
  return formatExplanation(await explain(text, { language, functionName }), { language, colors: plain })
}

test('formatExplanation() goes from the transport to the cause, then says what to do, and how sure it is', async () => {
  const text = await show(TEXT, 'en', 'qrcode')
  expect(text).toMatch(
    /^Permission: The function has no permission to call this openapi\nFrom the transport to the cause:\n {2}-504002 {2}The function failed\n {2}-604101 {2}The function has no permission/,
  )
  expect(text).toMatch(/What to do\n {2}1\. Open cloudfunctions\/qrcode\/config\.json .* add "wxacode\.get"/)
  expect(text).toContain('In cloudfunctions/qrcode/config.json:\n  {\n    "permissions"')
  expect(text).toMatch(/\ndocumented {2}https:\/\/developers\.weixin\.qq\.com\/\S+\n$/)
})

test('formatExplanation() speaks Chinese', async () => {
  const text = await show(TEXT, 'zh', 'qrcode')
  expect(text).toMatch(/^缺少权限：云函数没有调用此 openapi 的权限\n从外层到根因：\n/)
  expect(text).toMatch(/怎么办\n {2}1\. /)
  expect(text).toMatch(/\n官方文档 {2}https:/)
})

test('formatExplanation() lists near messages with how to read on', async () => {
  expect(await show('databse permision denied', 'en')).toMatch(
    /^There is no code in this text\. The nearest .*:\n {2}1\. -502003 {2}No permission for the database .*[\s\S]*explain one with npm run kit -- explain -502003\n$/,
  )
})

test('formatExplanation() says plainly that it does not know', async () => {
  expect(await show('hello world', 'en')).toBe(
    'not known: There is no code in this text, and the kit does not know its words.\n',
  )
  expect(await show('hello world', 'zh')).toMatch(/^不认识：/)
  expect(await show('errCode: -504999', 'en')).toMatch(/\nnot known {2}https:/)
})

test.each(['invalid-argument', 'no-environment'])(
  'formatExplanation() says of %s that it is of the kit, not that it is documented',
  async code => {
    expect(await show(code, 'zh')).toMatch(/\n本项目自己的错误码\n$/)
    expect(await show(code, 'en')).toMatch(/\nthis kit's own code\n$/)
  },
)

test('formatExplanation() does not say "documented" where it knows no page', async () => {
  const text = await show("Cloud API isn't enabled, please call wx.cloud.init first", 'zh')
  expect(text).toMatch(/先调用 initCloud/)
  expect(text).not.toContain('官方文档')
})

test('formatExplanation() does not send the reader down to a text that stands above', async () => {
  const text = await show('errCode: -504002 | errMsg: boom', 'zh')
  expect(text).toMatch(/原文：boom[\s\S]*看错误文本/)
  expect(text).not.toContain('下面')
})

test('formatExplanation() lets no control characters of a log through to the terminal', async () => {
  const text = await show('errCode: -504002 | errMsg: \u001b]0;title\u0007\u001b[2Jgone', 'en')
  expect(text).toContain('Text: ]0;title[2Jgone')
})
