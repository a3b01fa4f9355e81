import { redact } from '../../../cloudfunctions/cloudLog/redact'

test.each([
  ['my number is 13800138000.', 'my number is [phone number].'],
  ['+86 13800138000', '[phone number]'],
  ['手机13912345678号', '手机[phone number]号'],
  ['mail to li.wei+a@mail.example.cn now', 'mail to [email] now'],
  ['id 11010519491231002X', 'id [id number]'],
  ['?access_token=abc.DEF-1&x=2', '?access_token=[secret]&x=2'],
  ['{"session_key":"tiihtNczf5v6AKRyjwEUhQ=="}', '{"session_key":"[secret]"}'],
  ['Authorization: Bearer abc.def.ghi', 'Authorization: [secret]'],
  ['password = "hunter2"', 'password = "[secret]"'],
])('redact() takes the personal part out of %j', (text, expected) => {
  expect(redact(text)).toBe(expected)
})

test.each([
  'errCode: -504002 functions execute fail | errMsg: Error: errCode: -604101',
  '(callId: 1771298316028-0.49) (trace: 11:18:36 start)',
  'requestID 8ffd5110-0000-11ee-8000-525400000000',
  'at 1795253799351',
  'unexpected token } in JSON at position 3',
  'at f (/var/user/index.js:62442:23)',
])('redact() leaves %j as it is', text => {
  expect(redact(text)).toBe(text)
})

test('redact() is quick on a long text made to be slow', () => {
  const text = `${'a.'.repeat(20_000)}${'token '.repeat(10_000)}${'1'.repeat(50_000)}`
  const start = performance.now()
  redact(text)
  expect(performance.now() - start).toBeLessThan(2000)
})
