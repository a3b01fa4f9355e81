import { cloudState } from './cloud/init'
import { report } from './cloud/report'
import { onCard } from './components/error-card/card'

App({
  onLaunch() {
    cloudState()
    onCard(report)
  },
})
