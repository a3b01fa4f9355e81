import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/** Makes texts that only this run of the cloud can have made. */
export interface Seal {
  /** The text with its signature, in characters that an address and a header can carry. */
  close(text: string): string
  /** The text of what `close()` made, or undefined for anything else. */
  open(sealed: string): string | undefined
}

export function makeSeal(): Seal {
  const secret = randomBytes(32)
  const sign = (body: string) => createHmac('sha256', secret).update(body).digest()
  return {
    close(text) {
      const body = Buffer.from(text).toString('base64url')
      return `${body}.${sign(body).toString('base64url')}`
    },
    open(sealed) {
      const [body = '', signature = '', ...more] = sealed.split('.')
      const given = Buffer.from(signature, 'base64url')
      const wanted = sign(body)
      if (more.length > 0 || given.length !== wanted.length || !timingSafeEqual(given, wanted))
        return undefined
      return Buffer.from(body, 'base64url').toString()
    },
  }
}
