/**
 * Whether a button does here what its `open-type` says.
 * https://developers.weixin.qq.com/miniprogram/dev/component/button.html
 */
export function isOpenType(name: string): name is 'getPhoneNumber' {
  return name === 'getPhoneNumber'
}
