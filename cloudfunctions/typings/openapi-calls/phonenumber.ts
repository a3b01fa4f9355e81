import type { OpenapiReply } from './reply'

export interface GetPhoneNumberParam {
  /** From the button's `getPhoneNumber` event; good for one call within five minutes. */
  code: string
  /** If given, it must be the user that the code belongs to. */
  openid?: string
}

export interface GetPhoneNumberResult extends OpenapiReply {
  phoneInfo: {
    /** With the country code if it is a foreign one. */
    phoneNumber: string
    purePhoneNumber: string
    countryCode: string
    /** `timestamp` in seconds since 1970. */
    watermark: { timestamp: number; appid: string }
  }
}

export interface PhonenumberCalls {
  /** Errors: 40029 (code used or too old), 40013 (appid), 45011 (too many a minute). */
  'phonenumber.getPhoneNumber': (data: GetPhoneNumberParam) => Promise<GetPhoneNumberResult>
}
