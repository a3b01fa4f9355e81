import type { CustomerServiceMessageCalls } from './customer-service-message'
import type { PhonenumberCalls } from './phonenumber'
import type { SecurityCalls } from './security'
import type { SubscribeMessageCalls } from './subscribe-message'
import type { UrlCalls } from './url'
import type { WxacodeCalls } from './wxacode'

/** The openapi calls with exact types, by name. To type another one, add it to a file here. */
export interface ExactCalls
  extends WxacodeCalls,
    SecurityCalls,
    SubscribeMessageCalls,
    PhonenumberCalls,
    UrlCalls,
    CustomerServiceMessageCalls {}

export type { OpenapiReply } from './reply'
