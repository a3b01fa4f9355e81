// Node's globals must not reach the mini program, where they do not exist.
// @ts-expect-error: no Node here
export const environment = process.env
// @ts-expect-error: no Node here
export const bytes = Buffer.from('a')
// @ts-expect-error: no Node here
export const root = global
// @ts-expect-error: no Node here
export const folder = __dirname
// @ts-expect-error: no Node here
export type Fs = typeof import('node:fs')
// @ts-expect-error: nor a browser
export const title = document.title

wx.getSystemInfoSync()
