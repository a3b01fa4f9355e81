import { EventChannel } from '../event-channel'
import type { Phone } from '../phone'
import { ApiFailure, asyncApi, textOption } from './api'

/** https://developers.weixin.qq.com/miniprogram/dev/api/route/wx.navigateTo.html and those beside it */
export function navigationApis(phone: Phone): Record<string, unknown> {
  const go = (name: 'redirectTo' | 'reLaunch' | 'switchTab') =>
    asyncApi(name, options => phone[name](textOption(options, 'url')))
  return {
    navigateTo: asyncApi('navigateTo', async options => {
      const eventChannel = new EventChannel(options.events)
      await phone.navigateTo(textOption(options, 'url'), eventChannel)
      return { eventChannel }
    }),
    redirectTo: go('redirectTo'),
    reLaunch: go('reLaunch'),
    switchTab: go('switchTab'),
    navigateBack: asyncApi('navigateBack', ({ delta = 1 }) => phone.navigateBack(Number(delta))),
    setNavigationBarTitle: asyncApi('setNavigationBarTitle', ({ title = '' }) =>
      phone.setNavigationBar({ title: String(title) }),
    ),
    setNavigationBarColor: asyncApi('setNavigationBarColor', options => {
      const front = textOption(options, 'frontColor')
      if (front !== '#ffffff' && front !== '#000000')
        throw new ApiFailure(`invalid frontColor "${front}": it is #ffffff or #000000`)
      const background = textOption(options, 'backgroundColor')
      phone.setNavigationBar({ front: front === '#ffffff' ? 'white' : 'black', background })
    }),
    showNavigationBarLoading: asyncApi('showNavigationBarLoading', () =>
      phone.setNavigationBar({ loading: true }),
    ),
    hideNavigationBarLoading: asyncApi('hideNavigationBarLoading', () =>
      phone.setNavigationBar({ loading: false }),
    ),
    startPullDownRefresh: asyncApi('startPullDownRefresh', () => phone.startPullDownRefresh()),
    stopPullDownRefresh: asyncApi('stopPullDownRefresh', () => phone.stopPullDownRefresh()),
    pageScrollTo: asyncApi('pageScrollTo', ({ scrollTop, selector, duration = 300 }) => {
      if (selector !== undefined)
        throw new ApiFailure('the preview scrolls to scrollTop only, not to a selector')
      phone.scrollTo(Number(scrollTop ?? 0), Number(duration))
    }),
  }
}
