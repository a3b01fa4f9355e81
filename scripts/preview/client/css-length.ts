/** 750 rpx are as wide as the phone, which is as wide as the document that the pages are in. */
const RPX_PER_VW = 7.5

/** A length of WXSS as CSS: rpx, and `vh`, which leaves out the bars around the page. */
export function cssLength(number: number, unit: 'rpx' | 'vh'): string {
  if (unit === 'rpx') return `${Number((number / RPX_PER_VW).toFixed(5))}vw`
  return `calc(var(--window-height) * ${number / 100})`
}
