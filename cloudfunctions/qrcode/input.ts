import * as v from 'valibot'

/**
 * What a caller may ask for. The limits are those of the openapi:
 * https://developers.weixin.qq.com/miniprogram/dev/server/API/qrcode-link/qr-code/api_getunlimitedqrcode.md
 */
export const qrcodeInput = v.strictObject({
  /** Handed to the page as `options.scene`, URL-encoded. */
  scene: v.pipe(
    v.string(),
    v.minLength(1, 'must not be empty'),
    v.maxLength(32, 'must have at most 32 characters'),
    v.regex(/^[0-9A-Za-z!#$&'()*+,/:;=?@\-._~]*$/, "may hold only digits, letters and !#$&'()*+,/:;=?@-._~"),
  ),
  /** Without it the code leads to the home page. */
  page: v.optional(
    v.pipe(
      v.string(),
      v.minLength(1, 'must not be empty'),
      v.maxLength(256, 'must have at most 256 characters'),
      v.regex(/^[^/]/, 'must not begin with "/"'),
      v.regex(/^[^?#\s]*$/, 'must be a path without a query: put parameters into "scene"'),
    ),
  ),
  /** The version of the mini program that the code opens. */
  envVersion: v.optional(v.picklist(['release', 'trial', 'develop']), 'release'),
  /** Of the picture, in pixels. */
  width: v.optional(
    v.pipe(
      v.number(),
      v.integer('must be a whole number'),
      v.minValue(280, 'must be at least 280'),
      v.maxValue(1280, 'must be at most 1280'),
    ),
    430,
  ),
})

/** A request for a code, checked and with its defaults filled in. */
export type QrcodeRequest = v.InferOutput<typeof qrcodeInput>
