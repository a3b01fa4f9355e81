import type { OpenapiReply } from './reply'

interface Addressed {
  /** OPENID of the receiver. */
  touser: string
  /** Marks the message as made by a machine. */
  aimsgcontext?: { isAiMsg: 0 | 1 }
}

/** One of four kinds of message; `link` has no list of fields in the present documentation. */
export type CustomerServiceMessage = Addressed &
  (
    | { msgtype: 'text'; text: { content: string } }
    | { msgtype: 'image'; image: { mediaId: string } }
    | { msgtype: 'link'; link: Record<string, string> }
    | {
        msgtype: 'miniprogrampage'
        /** The picture behind `thumbMediaId` should be 520 by 416 pixels. */
        miniprogrampage: { title: string; pagepath: string; thumbMediaId: string; appid?: string }
      }
  )

export interface CustomerServiceMessageCalls {
  /**
   * 5 messages within 48 hours after one of the user, 3 within a minute after a scan or a tap on a menu. Errors:
   * 45015 (too late) and 45047 (too many), both undocumented but seen; 40001, 40013, 70000.
   */
  'customerServiceMessage.send': (data: CustomerServiceMessage) => Promise<OpenapiReply>
}
