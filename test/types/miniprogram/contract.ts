// What a page sees of the functions' types. Each line must compile, or fail where it says so.
import type { Contract, Reply, ReplyErrorCode } from '../../../cloudfunctions/contract'
import type { Equal, Expect } from '../expect'

// @ts-expect-error: no function has this name
export type Misspelt = Contract['qrCode']

export type Qrcode = [
  Expect<
    Equal<
      Contract['qrcode']['input'],
      {
        scene: string
        page?: string | undefined
        envVersion?: 'release' | 'trial' | 'develop' | undefined
        width?: number | undefined
      }
    >
  >,
  Expect<Equal<Contract['qrcode']['output'], { fileID: string }>>,
]

export type Login = [
  Expect<Equal<Contract['login']['input'], { [name: string]: never }>>,
  Expect<Equal<Contract['login']['output']['openid'], string>>,
  Expect<Equal<Contract['login']['output']['unionid'], string | undefined>>,
]

export type Withheld = Expect<Equal<Contract['withheld']['output'], { bytes: number }>>

export type CloudLog = [
  Expect<Equal<Contract['cloudLog']['output'], { accepted: number }>>,
  Expect<Equal<Contract['cloudLog']['input']['reports'][number]['message'], string>>,
  Expect<Equal<Contract['cloudLog']['input']['reports'][number]['stack'], string | undefined>>,
]

export const replies: Reply<number>[] = [
  { ok: true, data: 1 },
  { ok: false, error: { code: 'not-found', message: 'Cannot read "a": it does not exist' } },
]
// @ts-expect-error: the codes are a closed list
export const code: ReplyErrorCode = 'not found'
// @ts-expect-error: there is no such field
export const misspelt: Contract['qrcode']['input'] = { scene: 'a', pages: 'b' }
// @ts-expect-error: this function takes no input
export const needless: Contract['login']['input'] = { scene: 'a' }
