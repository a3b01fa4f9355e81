import { maskedNumber } from '../../../cloudfunctions/phone/masked-number'

test.each([
  ['13800138000', '86', '138****8000'],
  ['91234567', '852', '+852 ****67'],
  ['12345678901', '1', '+1 123****8901'],
  ['12', '86', '****12'],
])('maskedNumber() of %s in country %s is %s', (purePhoneNumber, countryCode, masked) => {
  expect(maskedNumber({ purePhoneNumber, countryCode })).toBe(masked)
})
