import type { OpenapiReply } from './reply'

interface Appearance {
  /** Which version of the mini program the code opens. @default 'release' */
  envVersion?: 'release' | 'trial' | 'develop'
  /** In pixels, 280 to 1280. @default 430 */
  width?: number
  /** Lets WeChat choose the colour of the lines. @default false */
  autoColor?: boolean
  /** Each part 0 to 255. @default { r: 0, g: 0, b: 0 } */
  lineColor?: { r: number; g: number; b: number }
  /** Transparent background. @default false */
  isHyaline?: boolean
}

/** https://developers.weixin.qq.com/miniprogram/dev/server/API/qrcode-link/qr-code/api_getunlimitedqrcode.md */
export interface GetUnlimitedParam extends Appearance {
  /** At most 32 characters: digits, letters and ``!#$&'()*+,/:;=?@-._~``. */
  scene: string
  /** Without a leading `/` and without a query; the home page by default. `scancode_time` is reserved. */
  page?: string
  /**
   * Whether `page` must exist in the released version (error 41030). With false at most 60,000 different pages.
   * @default true
   */
  checkPath?: boolean
}

/** https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/qr-code/wxacode.get.html */
export interface GetCodeParam extends Appearance {
  /** Path with its query, at most 1024 characters. */
  path: string
}

/** A picture: too big for a reply to the mini program, which is JSON of at most 1 MB. Upload it and reply the id. */
export interface CodePicture extends OpenapiReply {
  /** Such as `image/jpeg`. */
  contentType: string
  buffer: Buffer
}

export interface WxacodeCalls {
  /** 5000 codes a minute. Errors: 40129 and 40169 (scene), 41030 (page), 40097, 45009 (too many), 85096. */
  'wxacode.getUnlimited': (data: GetUnlimitedParam) => Promise<CodePicture>
  /** 100,000 codes in total, for ever, together with `createQRCode`. Errors: 40097, 40159 (path), 45029 (used up), 85096. */
  'wxacode.get': (data: GetCodeParam) => Promise<CodePicture>
}
