import {
  checkSize,
  isCompressible,
  MAX_BYTES,
  pathOf,
  sizeText,
  typeOf,
} from '../../../../miniprogram/pages/upload/picture'

const refused = (run: () => unknown) => {
  try {
    run()
  } catch (error) {
    return error
  }
}

test.each([
  ['wxfile://tmp/a.jpg', 'jpg'],
  ['http://tmp/A.JPEG', 'jpeg'],
  ['tmp.1/a.png', 'png'],
  ['a.webp', 'webp'],
])('typeOf(%j) is %j', (path, type) => {
  expect(typeOf(path)).toBe(type)
})

test.each(['a.mp4', 'a.exe', 'a.jpg.html', 'a', '', '.', 'a.jpg/b'])('typeOf(%j) is refused', path => {
  expect(refused(() => typeOf(path))).toMatchObject({
    name: 'CloudError',
    code: 'invalid-argument',
    message: expect.stringContaining('不支持'),
  })
})

test('checkSize() lets 5 MB through, and says how large what is larger is', () => {
  checkSize(1)
  checkSize(MAX_BYTES)
  expect(refused(() => checkSize(MAX_BYTES + 1))).toMatchObject({
    code: 'invalid-argument',
    message: expect.stringMatching(/5\.1 MB.*最多 5 MB/),
  })
})

test.each([0, -1, Number.NaN])('checkSize(%p) is refused', bytes => {
  expect(refused(() => checkSize(bytes))).toMatchObject({ code: 'invalid-argument' })
})

test.each([
  [1, '1 KB'],
  [1024, '1 KB'],
  [1025, '2 KB'],
  [1024 * 1024, '1 MB'],
  [1.5 * 1024 * 1024, '1.5 MB'],
])('sizeText(%i) is %j', (bytes, text) => {
  expect(sizeText(bytes)).toBe(text)
})

test('isCompressible() is true of JPEG alone', () => {
  expect(['jpg', 'jpeg', 'png', 'gif', 'webp'].filter(isCompressible)).toEqual(['jpg', 'jpeg'])
})

test('pathOf() is a folder of the user with a name of random bytes', () => {
  const random = new Uint8Array([0, 1, 15, 16, 255]).buffer
  expect(pathOf('oUSER', random, 'png')).toBe('uploads/oUSER/00010f10ff.png')
})
