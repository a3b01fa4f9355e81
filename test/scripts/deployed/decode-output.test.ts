import { decodeOutput } from '../../../scripts/deployed/decode-output'

test('decodeOutput() reads UTF-8', () => {
  expect(decodeOutput(Buffer.from('√ 上传成功 │'))).toBe('√ 上传成功 │')
})

test('decodeOutput() reads the code page of Chinese Windows', () => {
  // "│ 成功" in GBK
  expect(decodeOutput(Buffer.from([0xa9, 0xa6, 0x20, 0xb3, 0xc9, 0xb9, 0xa6]))).toBe('│ 成功')
})

test('decodeOutput() drops colours', () => {
  expect(decodeOutput(Buffer.from('\u001b[32mActive\u001b[39m'))).toBe('Active')
})
