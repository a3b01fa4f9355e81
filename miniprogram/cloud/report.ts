import { call } from './call'
import { createReporter, type Surroundings } from './create-reporter'
import { cloudState } from './init'

/** Reports an error to the function `cloudLog`. Returns at once, and never fails. */
export const report = createReporter({
  send: reports => call('cloudLog', { reports }, { silent: true }),
  surroundings,
  now: Date.now,
  setTimeout: (run, ms) => setTimeout(run, ms),
})

function surroundings(): Surroundings {
  const { SDKVersion: sdkVersion, system } = wx.getSystemInfoSync()
  const pages = getCurrentPages()
  return {
    page: pages[pages.length - 1]?.route,
    envVersion: cloudState().envVersion,
    appVersion: wx.getAccountInfoSync().miniProgram.version,
    sdkVersion,
    system,
  }
}
