/** The user who calls when nobody says who; the same on every machine, and recognisable as nobody's real one. */
export const DEFAULT_OPENID = 'oLOCALCLOUDdefaultuser000001'

/** In words. */
export const OPENID_RULE = '1 to 64 letters, digits, - and _'

/** Whether a text could be an openid: 28 characters in practice, documented as a string only. */
export function isOpenid(text: unknown): text is string {
  return typeof text === 'string' && /^[A-Za-z0-9_-]{1,64}$/.test(text)
}
