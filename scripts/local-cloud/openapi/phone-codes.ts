/** Each code can be used once, within five minutes. */
const LIFETIME = 5 * 60 * 1000

export interface PhoneNumber {
  /** Without the country's code. */
  purePhoneNumber: string
  /** @default '86' */
  countryCode?: string
}

interface Issued {
  openid: string
  number: Required<PhoneNumber>
  /** Milliseconds since 1970. */
  at: number
}

export interface PhoneCodesOptions {
  now: () => number
  newId: () => string
}

/** The codes that `<button open-type="getPhoneNumber">` gives the page, to be changed for a number by a function. */
export class PhoneCodes {
  readonly #issued = new Map<string, Issued>()

  constructor(private readonly options: PhoneCodesOptions) {}

  /** The user agreed to hand out a number: the code for it. */
  issue(openid: string, { purePhoneNumber, countryCode = '86' }: PhoneNumber): string {
    const at = this.options.now()
    for (const [code, issued] of this.#issued) if (isOver(issued, at)) this.#issued.delete(code)
    const code = this.options.newId()
    this.#issued.set(code, { openid, number: { purePhoneNumber, countryCode }, at })
    return code
  }

  /** The number behind a code, which is then used up; undefined for a code that is no good any more. */
  take(code: string): Issued | undefined {
    const issued = this.#issued.get(code)
    this.#issued.delete(code)
    return issued && !isOver(issued, this.options.now()) ? issued : undefined
  }

  clear(): void {
    this.#issued.clear()
  }
}

function isOver(issued: Issued, now: number): boolean {
  return now - issued.at > LIFETIME
}
