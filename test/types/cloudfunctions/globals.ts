// What exists only in the mini program must not reach the functions.
// @ts-expect-error: no mini program here
wx.getSystemInfoSync()
// @ts-expect-error: no mini program here
Page({})
// @ts-expect-error: no mini program here
getApp()
// @ts-expect-error: nor a browser
export const title = document.title

export const environment = process.env.TZ
