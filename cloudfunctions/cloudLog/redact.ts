const patterns: [name: string, pattern: RegExp][] = [
  ['email', /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+/g],
  ['id number', /(?<![\dA-Za-z])\d{17}[\dXx](?![\dA-Za-z])/g],
  ['phone number', /(?<!\d|\d[.-])(?:\+?86[- ]?)?1[3-9]\d{9}(?!\d|[.-]\d)/g],
]
const secret =
  /\b((?:access_?|refresh_?)?token|session_?key|(?:app_?)?secret|password|authorization)(["']?\s*[:=]\s*["']?)(?:(?:bearer|basic)\s+)?[^\s"'&,;)}\]]+/gi

/**
 * Replaces what looks like personal data or a secret in a text: e-mail addresses, mobile and identity card numbers
 * of mainland China, values of tokens and passwords. A net with holes: what should never be kept must not be sent.
 */
export function redact(text: string): string {
  const withoutSecrets = text.replace(secret, '$1$2[secret]')
  return patterns.reduce((rest, [name, pattern]) => rest.replace(pattern, `[${name}]`), withoutSecrets)
}
