import type { Phone, PreviewEvent } from '../../../../../scripts/preview/client/phone'

/** A phone that writes down what it is asked, and has an overlay in the document. */
export interface FakePhone extends Phone {
  /** Name and arguments of each call. */
  asked: unknown[][]
  reported: PreviewEvent[]
  report(event: PreviewEvent): void
}

export function fakePhone(): FakePhone {
  const overlay = document.createElement('div')
  document.body.append(overlay)
  const asked: unknown[][] = []
  const reported: PreviewEvent[] = []
  const note =
    (name: string) =>
    async (...args: unknown[]) =>
      void asked.push([name, ...args])
  return {
    asked,
    reported,
    report: event => void reported.push(event),
    overlay,
    pages: () => [],
    navigateTo: url => note('navigateTo')(url),
    redirectTo: note('redirectTo'),
    reLaunch: note('reLaunch'),
    switchTab: note('switchTab'),
    navigateBack: note('navigateBack'),
    setNavigationBar: note('setNavigationBar'),
    startPullDownRefresh: note('startPullDownRefresh'),
    stopPullDownRefresh: note('stopPullDownRefresh'),
    scrollTo: note('scrollTo'),
    size: () => ({ width: 375, height: 812, statusBarHeight: 44, windowHeight: 724 }),
    theme: () => 'dark',
    onThemeChange: note('onThemeChange'),
  }
}
