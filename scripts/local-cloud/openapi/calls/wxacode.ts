import type { Answer, Call } from '../call'
import { codeImage } from '../code-image'
import type { TwoColours } from '../png'
import { type Failure, failure, type Reply } from '../reply'

const SCENE = /^[\w!#$&'()*+,/:;=?@.~-]+$/
const ENV_VERSIONS: readonly unknown[] = ['release', 'trial', 'develop']
const WHITE: TwoColours['light'] = [255, 255, 255]

const invalidArgs = (hint: string) => failure(40097, 'invalid args', hint)
const reservedField = failure(
  85096,
  'not allow include scancode_time field',
  "scancode_time is the platform's own parameter",
)

/** https://developers.weixin.qq.com/miniprogram/dev/server/API/qrcode-link/qr-code/api_getunlimitedqrcode.md */
export const getUnlimited: Answer = call => {
  const { scene, page = '', check_path: checkPath = true } = call.fields
  if (typeof scene !== 'string' || scene === '' || scene.length > 32) {
    return failure(
      40169,
      'invalid length for scene, or the data is not json string',
      `scene must hold 1 to 32 characters, it is ${JSON.stringify(scene)}`,
    )
  }
  if (!SCENE.test(scene)) {
    return failure(
      40129,
      'invalid scene',
      `scene may hold letters, digits and !#$&'()*+,/:;=?@-._~ only: ${scene}`,
    )
  }
  if (`${scene}${page}`.includes('scancode_time')) return reservedField
  if (typeof checkPath !== 'boolean') return invalidArgs('check_path must be true or false')
  return pageFailure(page, checkPath, call) ?? image(call, `${page}?scene=${encodeURIComponent(scene)}`)
}

/** https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/qr-code/wxacode.get.html */
export const get: Answer = call => pathFailure(call, 1024) ?? image(call, String(call.fields.path))

/** https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/qr-code/wxacode.createQRCode.html */
export const createQRCode: Answer = call => pathFailure(call, 128) ?? image(call, String(call.fields.path))

/** The platform looks in the version that is published; the local cloud, in the one that is being written. */
function pageFailure(page: unknown, checkPath: boolean, { pages }: Call): Failure | undefined {
  const invalidPage = (hint: string) => failure(41030, 'invalid page', hint)
  if (typeof page !== 'string') return invalidPage('page must be a text')
  if (page.startsWith('/')) return invalidPage(`page begins without "/": ${page}`)
  if (page.includes('?')) return invalidPage(`page takes no parameters, scene does: ${page}`)
  if (page === '' || !checkPath || !pages || pages.includes(page)) return undefined
  return invalidPage(`app.json has no page ${page}; check_path: false would allow it`)
}

function pathFailure({ fields: { path } }: Call, longest: number): Failure | undefined {
  if (typeof path !== 'string' || path === '' || path.length > longest) {
    return failure(
      40159,
      'invalid length for path, or the data is not json string',
      `path must hold 1 to ${longest} characters`,
    )
  }
  return path.includes('scancode_time') ? reservedField : undefined
}

function image({ fields }: Call, text: string): Reply {
  const { width = 430, env_version: version = 'release', is_hyaline: isClear = false } = fields
  if (!ENV_VERSIONS.includes(version))
    return invalidArgs(`env_version must be one of ${ENV_VERSIONS.join(', ')}`)
  if (typeof width !== 'number' || !Number.isInteger(width) || width < 280 || width > 1280) {
    return invalidArgs(`width must be 280 to 1280, it is ${JSON.stringify(width)}`)
  }
  if (typeof isClear !== 'boolean') return invalidArgs('is_hyaline must be true or false')
  const dark = lineColour(fields)
  if (!dark) return invalidArgs('line_color must be { r, g, b }, each 0 to 255')
  const colours = { dark, light: WHITE, isLightClear: isClear }
  return { kind: 'file', contentType: 'image/png', content: codeImage(`${version}:${text}`, width, colours) }
}

/** Numbers may come as texts; the page's own example writes them so. */
function lineColour({
  auto_color: isAuto,
  line_color: colour,
}: Call['fields']): TwoColours['dark'] | undefined {
  if (isAuto === true || colour === undefined) return [0, 0, 0]
  const { r = 0, g = 0, b = 0 } = (colour ?? {}) as Record<string, unknown>
  const [red, green, blue] = [Number(r), Number(g), Number(b)] as const
  const isColour = [red, green, blue].every(part => Number.isInteger(part) && part >= 0 && part <= 255)
  return isColour && typeof colour === 'object' && colour !== null ? [red, green, blue] : undefined
}
