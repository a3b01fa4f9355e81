/**
 * Every cloud function's name and signature, one line each. The mini program imports this file as a type only, so
 * that a call in a page is checked against the function itself. `kit check` holds the lines against the folders.
 */
import type { SignatureOf } from './shared/cloud-function'

export interface Contract {
  cleanup: SignatureOf<typeof import('./cleanup/index').main>
  cloudLog: SignatureOf<typeof import('./cloudLog/index').main>
  functionList: SignatureOf<typeof import('./functionList/index').main>
  guestbook: SignatureOf<typeof import('./guestbook/index').main>
  login: SignatureOf<typeof import('./login/index').main>
  logs: SignatureOf<typeof import('./logs/index').main>
  notify: SignatureOf<typeof import('./notify/index').main>
  phone: SignatureOf<typeof import('./phone/index').main>
  qrcode: SignatureOf<typeof import('./qrcode/index').main>
  withheld: SignatureOf<typeof import('./withheld/index').main>
}

export type { FunctionErrorCode as ReplyErrorCode } from './shared/function-error-code'
export type { Reply, ReplyError } from './shared/reply'
