/**
 * Every cloud function's name and signature, one line each. The mini program imports this file as a type only, so
 * that a call in a page is checked against the function itself. `kit check` holds the lines against the folders.
 */
import type { SignatureOf } from './shared/cloud-function'

export interface Contract {
  cloudLog: SignatureOf<typeof import('./cloudLog/index').main>
  login: SignatureOf<typeof import('./login/index').main>
  qrcode: SignatureOf<typeof import('./qrcode/index').main>
  withheld: SignatureOf<typeof import('./withheld/index').main>
}

export type { FunctionErrorCode as ReplyErrorCode } from './shared/function-error-code'
export type { Reply, ReplyError } from './shared/reply'
