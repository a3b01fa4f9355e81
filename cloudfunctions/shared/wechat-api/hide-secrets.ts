const MAX_CHARS = 500

/**
 * Words of a server as an error may hold them: without the secrets that they quote, as they are or as in an address;
 * without what would move the cursor of a terminal; and of a bounded length.
 */
export function hideSecrets(text: string, secrets: readonly string[]): string {
  return secrets
    .filter(secret => secret !== '')
    .flatMap(secret => [secret, encodeURIComponent(secret)])
    .sort((a, b) => b.length - a.length)
    .reduce((hidden, secret) => hidden.split(secret).join('***'), text)
    .replace(/\p{Cc}+/gu, ' ')
    .slice(0, MAX_CHARS)
}
