import { explainStatus, isFailed, isSettled } from '../../../cloudfunctions/shared/wechat-api'

const noEntry = { errcode: 'ResourceNotFound.File', errmsg: '未找到函数执行入口文件' }

test('explainStatus() says why a function failed, and what to do', () => {
  const { en, zh } = explainStatus({ status: 'CreateFailed', status_reason: [noEntry] })
  expect(en).toMatch(/could not be created.*upload it again.*index\.js/s)
  expect(zh).toMatch(/创建失败.*重新上传.*index\.js/s)
})

test('explainStatus() tells reasons that it does not know in the words of the platform', () => {
  const reasons = [noEntry, { errcode: 'LimitExceeded.Memory', errmsg: '内存超限' }]
  const { en, zh } = explainStatus({ status: 'UpdateFailed', status_reason: reasons })
  expect(en).toMatch(/runs as it was before.*index\.js.*内存超限 \(LimitExceeded\.Memory\)/s)
  expect(zh).toMatch(/旧代码.*index\.js.*内存超限（LimitExceeded\.Memory）/s)
})

test.each([
  'Active',
  'Creating',
  'CreateFailed',
  'Updating',
  'UpdateFailed',
  'Publishing',
  'UpdatingAndPublishing',
  'PublishFailed',
  'Deleting',
  'DeleteFailed',
])('explainStatus() knows %s', status => {
  const { en, zh } = explainStatus({ status, status_reason: [] })
  expect(en).not.toContain('not documented')
  expect(zh).toMatch(/[一-鿿]/)
})

test.each(['Sleeping', 'toString', '__proto__'])('explainStatus() says that it does not know %s', status => {
  const { en, zh } = explainStatus({ status, status_reason: [{ errcode: status, errmsg: '?' }] })
  expect(en).toContain(`"${status}" is not documented. The platform says: ? (${status})`)
  expect(zh).toContain(`“${status}”`)
})

test.each([
  ['Active', false, true],
  ['CreateFailed', true, true],
  ['UpdateFailed', true, true],
  ['DeleteFailed', true, true],
  ['Creating', false, false],
  ['Publishing', false, false],
  ['Sleeping', false, false],
])('%s: failed %p, settled %p', (status, failed, settled) => {
  expect(isFailed(status)).toBe(failed)
  expect(isSettled(status)).toBe(settled)
})
