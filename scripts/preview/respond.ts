/**
 * No script but the preview's own and the mini program's, from this server; no `eval`, no style but in files and by
 * script; nothing from outside. `blob:` and `data:` are pictures that the user chose.
 */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "media-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self' data: blob:",
  "frame-src 'self'",
  "frame-ancestors 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')

/** A page of another origin must not read the sources through a `<script>` that it points here. */
const HEADERS = {
  'Content-Security-Policy': POLICY,
  'Cross-Origin-Resource-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-store',
}

export function respond(
  type: string,
  body: string | Uint8Array | ReadableStream<Uint8Array>,
  headers: Readonly<Record<string, string>> = {},
): Response {
  const charset = /^(text|application)\//.test(type) ? '; charset=utf-8' : ''
  return new Response(body, { headers: { ...HEADERS, 'Content-Type': `${type}${charset}`, ...headers } })
}
