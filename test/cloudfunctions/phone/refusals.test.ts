import { asRefusal } from '../../../cloudfunctions/phone/refusals'

const sdkError = (errCode: number) =>
  Object.assign(new Error('openapi.phonenumber.getPhoneNumber:fail'), { errCode, errMsg: 'fail' })

test.each([
  [40029, 'invalid-argument'],
  [45011, 'resource-exhausted'],
])('asRefusal() turns the error %i into the reply "%s"', (errCode, code) => {
  const error = sdkError(errCode)
  expect(asRefusal(error)).toMatchObject({
    code,
    message: expect.stringContaining(String(errCode)),
    cause: error,
  })
})

test.each([sdkError(40013), sdkError(-604101), new Error('40029'), undefined])(
  'asRefusal() gives %p back as it is',
  error => {
    expect(asRefusal(error)).toBe(error)
  },
)
