import { asRefusal } from '../../../cloudfunctions/qrcode/refusals'

const sdkError = (errCode: number) =>
  Object.assign(new Error('openapi.wxacode.getUnlimited:fail'), { errCode, errMsg: 'fail' })

test.each([
  [40129, 'scene'],
  [40169, 'scene'],
  [41030, 'page'],
])('asRefusal() turns the error %i into a refusal of "%s"', (errCode, path) => {
  const error = sdkError(errCode)
  expect(asRefusal(error)).toMatchObject({
    code: 'invalid-argument',
    message: expect.stringContaining(`"${path}"`),
    details: [{ path }],
    cause: error,
  })
})

test.each([sdkError(40097), sdkError(-604101), new Error('41030'), 41030, undefined])(
  'asRefusal() gives %p back as it is',
  error => {
    expect(asRefusal(error)).toBe(error)
  },
)
