/** Signs other than Chinese, letters and digits; no line breaks or other control characters. */
const SYMBOLS = /^[^\p{L}\p{N}\p{C}]+$/u
const TIME = /\d{1,2}:\d{2}(:\d{2})?/
const DATE = /\d{4}年\d{1,2}月(\d{1,2}日)?|\d{1,2}月\d{1,2}日|\d{4}([-/.]\d{1,2}){1,2}|\d{1,2}[-/.]\d{1,2}/

const CLOCK = new RegExp(`^(?:(?:${DATE.source})\\s*)?${TIME.source}$`)
const DAY = new RegExp(`^(?:${DATE.source})(?:\\s*${TIME.source})?$`)

interface Kind {
  /** In words, for the reader. */
  rule: string
  fits(value: string): boolean
}

/** A range is two of a kind with a half-width `~` between them. */
const range = (one: RegExp) => (value: string) => {
  const ends = value.split('~')
  return ends.length <= 2 && ends.every(end => one.test(end.trim()))
}

/** The kinds of fields that a template may have: https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/subscribe-message/subscribeMessage.send.html */
const KINDS: ReadonlyMap<string, Kind> = new Map(
  Object.entries<Kind>({
    thing: { rule: 'at most 20 characters', fits: value => [...value].length <= 20 },
    number: {
      rule: 'at most 32 digits, with a point or without',
      fits: value => /^-?(?=.{1,32}$)\d+(\.\d+)?$/.test(value),
    },
    letter: { rule: 'at most 32 letters', fits: value => /^[A-Za-z]{1,32}$/.test(value) },
    symbol: { rule: 'at most 5 symbols', fits: value => SYMBOLS.test(value) && [...value].length <= 5 },
    character_string: {
      rule: 'at most 32 letters, digits and symbols',
      fits: value => /^[\x20-\x7e]{1,32}$/.test(value),
    },
    time: { rule: 'HH:MM or HH:MM:SS, with a date or without, or two joined by ~', fits: range(CLOCK) },
    date: { rule: 'year, month, day, with a time or without, or two joined by ~', fits: range(DAY) },
    amount: {
      rule: 'one currency sign and at most 10 digits, "元" at the end or not',
      fits: value => /^[^\p{L}\p{N}\p{C}]?\d{1,10}(\.\d+)?元?$/u.test(value),
    },
    phone_number: { rule: 'at most 17 digits and symbols', fits: value => /^[\d+\-() ]{1,17}$/.test(value) },
    car_number: {
      rule: 'at most 8 characters, the first and the last may be Chinese',
      fits: value => /^[\p{Script=Han}A-Za-z0-9][A-Za-z0-9]{0,6}[\p{Script=Han}A-Za-z0-9]?$/u.test(value),
    },
    name: {
      rule: 'at most 10 characters with Chinese, or 20 letters and symbols without',
      fits: value =>
        !/\p{N}|\p{C}/u.test(value) && [...value].length <= (/\p{Script=Han}/u.test(value) ? 10 : 20),
    },
    phrase: { rule: 'at most 5 Chinese characters', fits: value => /^\p{Script=Han}{1,5}$/u.test(value) },
    // Which values it may have stands in the template, which the local cloud does not know.
    enum: { rule: 'one of the values of the template', fits: () => true },
  }),
)

/**
 * What is wrong with one value of a subscribe message, or undefined if nothing is. Fields of a kind that is not in
 * the documented table, such as the example's own `site01`, are let through.
 *
 * @param name such as `thing1`: the kind, then digits
 */
export function templateValueProblem(name: string, value: string): string | undefined {
  const kind = KINDS.get(name.replace(/\d+$/, ''))
  if (!kind || kind.fits(value)) return undefined
  return `${name} holds ${kind.rule}, not ${JSON.stringify(value)}`
}
