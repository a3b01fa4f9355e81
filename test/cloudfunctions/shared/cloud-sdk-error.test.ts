import { cloud } from '../../../cloudfunctions/shared/cloud'
import { isCloudSdkError } from '../../../cloudfunctions/shared/cloud-sdk-error'

test('isCloudSdkError() knows what the real SDK throws', async () => {
  const error = await cloud.callFunction({ name: 7 as never }).catch((reason: unknown) => reason)
  expect(isCloudSdkError(error)).toBe(true)
})

test.each([
  new Error('x'),
  Object.assign(new Error('x'), { errCode: '40169', errMsg: 'x' }),
  { errCode: 40169, errMsg: 'x' },
  undefined,
  'x',
])('isCloudSdkError() is false for %p', value => {
  expect(isCloudSdkError(value)).toBe(false)
})
