import type { Answer } from './call'
import * as customerServiceMessage from './calls/customer-service-message'
import * as links from './calls/links'
import * as phoneNumber from './calls/phone-number'
import * as security from './calls/security'
import * as subscribeMessage from './calls/subscribe-message'
import * as wxacode from './calls/wxacode'
import { ok } from './reply'

/** The calls that are imitated, with their parameters checked. */
const ANSWERS: ReadonlyMap<string, Answer> = new Map(
  Object.entries({
    'customerServiceMessage.send': customerServiceMessage.send,
    'phonenumber.getPhoneNumber': phoneNumber.getPhoneNumber,
    'security.mediaCheckAsync': security.mediaCheckAsync,
    'security.msgSecCheck': security.msgSecCheck,
    'subscribeMessage.send': subscribeMessage.send,
    'urllink.generate': links.generateUrlLink,
    'urlscheme.generate': links.generateScheme,
    'wxacode.createQRCode': wxacode.createQRCode,
    'wxacode.get': wxacode.get,
    'wxacode.getUnlimited': wxacode.getUnlimited,
  }),
)

/** The answer to a name; to one that is known but not imitated, a success that says so. */
export function answerTo(name: string): Answer {
  return (
    ANSWERS.get(name) ??
    (() => ok({ local_cloud: `generic answer: ${name} is not imitated, nothing was checked` }))
  )
}
