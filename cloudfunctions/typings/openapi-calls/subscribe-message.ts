import type { OpenapiReply } from './reply'

export interface SubscribeMessageSendParam {
  /** OPENID of the receiver. */
  touser: string
  /** Of a template that the receiver has subscribed to, once for each message. */
  templateId: string
  /**
   * The template's keys, such as `{ thing1: { value: 'Tea' } }`. What a value may hold follows from the key:
   * `thing` 20 characters, `number` 32 digits, `letter` 32, `symbol` 5, `character_string` 32, `phone_number` 17,
   * `car_number` 8, `name` 10 Chinese or 20 Latin, `phrase` 5 Chinese, `amount` one symbol and 10 digits, `time` and
   * `date` in 24 hours, ranges with `~`.
   */
  data: Record<string, { value: string | number }>
  /** Opened by a tap, with its query; without it a tap does nothing. */
  page?: string
  /** Which version a tap opens. @default 'formal' */
  miniprogramState?: 'developer' | 'trial' | 'formal'
  /** @default 'zh_CN' */
  lang?: 'zh_CN' | 'en_US' | 'zh_HK' | 'zh_TW'
}

export interface SubscribeMessageCalls {
  /**
   * Errors: 43101 (not subscribed, or used up), 40037 (template), 47003 (a value does not fit its key), 45168
   * (sensitive word), 43107 (banned), 43108 (too many to one user at a time), 40003 (touser).
   */
  'subscribeMessage.send': (data: SubscribeMessageSendParam) => Promise<OpenapiReply>
}
