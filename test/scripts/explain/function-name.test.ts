import { functionNamedIn } from '../../../scripts/explain/function-name'

test.each([
  ['{"functionName":"login","errCode":-504002}', 'login'],
  ['function_name: save-user -504002', 'save-user'],
  ["wx.cloud.callFunction({ name: 'qrcode' }) fail", 'qrcode'],
  ['at main (/home/me/kit/dist/cloudfunctions/echo/index.js:1:2)', 'echo'],
  ['at main (D:\\kit\\dist\\cloudfunctions\\echo\\index.js:1:2)', 'echo'],
  ['调用云函数「notify」失败', 'notify'],
  ['the cloud function "notify" failed', 'notify'],
])('functionNamedIn(%j) is %s', (text, name) => {
  expect(functionNamedIn(text)).toBe(name)
})

test.each([
  'errMsg: FunctionName parameter could not be found.',
  "TypeError: Cannot read properties of undefined (reading 'login')",
  'cloudfunctions/shared/cloud.ts:3:1',
  'at a (/x/dist/cloudfunctions/login/wx-server-sdk.js:13:445)',
  '{"name":"TypeError"}',
])('functionNamedIn(%j) names none', text => {
  expect(functionNamedIn(text, ['login'])).toBeUndefined()
})

test('functionNamedIn() prefers a function of the project, and takes any name that is one', () => {
  expect(functionNamedIn('function "a1" called function_name: login', ['login'])).toBe('login')
  expect(functionNamedIn('{"name":"login","data":{}}', ['login'])).toBe('login')
  expect(functionNamedIn('{"name":"login","data":{}}')).toBeUndefined()
})
