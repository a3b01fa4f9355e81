import { inflateSync } from 'node:zlib'
import jsQR from 'jsqr'
import { openapiForTest } from './ask-openapi'

const { ask } = openapiForTest()
const code = (fields: object) => ask('wxacode.getUnlimited', { scene: 'a=1', ...fields })

/** Reads the picture back: its size, its colours and its pixels. */
function readPng(png: Buffer) {
  expect(png.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n')
  const chunks = new Map<string, Buffer>()
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at)
    chunks.set(png.toString('latin1', at + 4, at + 8), png.subarray(at + 8, at + 8 + length))
    at += length + 12
  }
  expect([...chunks.keys()]).toEqual(['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND'])
  const header = chunks.get('IHDR') as Buffer
  const size = header.readUInt32BE(0)
  const stride = 1 + Math.ceil(size / 8)
  const pixels = inflateSync(chunks.get('IDAT') as Buffer)
  expect(pixels).toHaveLength(stride * size)
  return {
    width: size,
    height: header.readUInt32BE(4),
    palette: [...(chunks.get('PLTE') as Buffer)],
    alpha: [...(chunks.get('tRNS') as Buffer)],
    isDark: (x: number, y: number) =>
      ((pixels[y * stride + 1 + (x >> 3)] as number) & (0x80 >> (x & 7))) !== 0,
  }
}

test('wxacode.getUnlimited answers with a PNG as wide as asked for', () => {
  const reply = code({})
  expect(reply.contentType).toBe('image/png')
  expect(readPng(reply.respData)).toMatchObject({
    width: 430,
    height: 430,
    palette: [255, 255, 255, 0, 0, 0],
  })
  expect(readPng(code({ width: 280 }).respData).width).toBe(280)
  expect(readPng(code({ width: 1280 }).respData).width).toBe(1280)
})

/** What a phone's scanner reads. */
function scan({ width, isDark }: ReturnType<typeof readPng>): string | undefined {
  const pixels = new Uint8ClampedArray(width * width * 4).fill(255)
  for (let at = 0; at < width * width; at++) {
    if (isDark(at % width, Math.floor(at / width))) pixels.fill(0, at * 4, at * 4 + 3)
  }
  return jsQR(pixels, width, width)?.data
}

test('a phone that scans the picture reads where the code would lead to', () => {
  expect(scan(readPng(code({ page: 'pages/shop/shop', check_path: false }).respData))).toBe(
    'release:pages/shop/shop?scene=a%3D1',
  )
})

test('colours and a clear background are honoured', () => {
  const { palette, alpha } = readPng(code({ line_color: { r: 1, g: 2, b: 3 }, is_hyaline: true }).respData)
  expect(palette).toEqual([255, 255, 255, 1, 2, 3])
  expect(alpha).toEqual([0])
  const auto = readPng(code({ line_color: { r: 1, g: 2, b: 3 }, auto_color: true }).respData)
  expect(auto.palette).toEqual([255, 255, 255, 0, 0, 0])
})

test('the same code gives the same picture, another gives another', () => {
  expect(code({}).respData).toEqual(code({}).respData)
  expect(code({ scene: 'a=2' }).respData).not.toEqual(code({}).respData)
  expect(code({ page: 'pages/index/index' }).respData).not.toEqual(code({}).respData)
})
