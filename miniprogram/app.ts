import { cloudState } from './cloud/init'

App({
  onLaunch() {
    cloudState()
  },
})
