import { asRefusal } from '../../../cloudfunctions/notify/refusals'

const sdkError = (errCode: number) =>
  Object.assign(new Error('openapi.subscribeMessage.send:fail'), { errCode, errMsg: 'fail' })

test.each([
  [43101, 'failed-precondition', { reason: 'not-subscribed' }],
  [45168, 'invalid-argument', [{ path: 'text' }]],
])('asRefusal() turns the error %i into the reply "%s"', (errCode, code, details) => {
  const error = sdkError(errCode)
  expect(asRefusal(error)).toMatchObject({
    code,
    details,
    message: expect.stringContaining(String(errCode)),
    cause: error,
  })
})

test.each([sdkError(40037), sdkError(47003), sdkError(-604101), new Error('43101'), undefined])(
  'asRefusal() gives %p back as it is',
  error => {
    expect(asRefusal(error)).toBe(error)
  },
)
