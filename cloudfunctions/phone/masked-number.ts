interface PhoneNumber {
  purePhoneNumber: string
  countryCode: string
}

/** Such as `138****8000`, and with the country's code if it is not China: enough for its owner to recognise. */
export function maskedNumber({ purePhoneNumber, countryCode }: PhoneNumber): string {
  const [head, tail] = purePhoneNumber.length >= 11 ? [3, 4] : [0, 2]
  const masked = `${purePhoneNumber.slice(0, head)}****${purePhoneNumber.slice(-tail)}`
  return countryCode === '86' ? masked : `+${countryCode} ${masked}`
}
