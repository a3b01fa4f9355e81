import type { Panel, PanelOptions } from '../interfaces'
import { element } from '../screen/element'
import { callsTab } from './calls-tab'
import { consoleTab } from './console-tab'
import { databaseTab } from './database-tab'
import { faultsTab } from './faults-tab'
import { sentTab } from './sent-tab'
import { createTabs } from './tabs'
import { userSwitch } from './user-switch'

/** The side panel: who uses the mini program, what it asked of the cloud, and what the cloud holds. */
export function mountPanel(container: HTMLElement, { restart }: PanelOptions): Panel {
  const user = userSwitch(sessionStorage, restart)
  const calls = callsTab()
  const lines = consoleTab()
  const database = databaseTab()
  const sent = sentTab()
  const tabs = createTabs([calls, database, sent, faultsTab(), lines])
  container.append(element('div', 'side', user.element, tabs.element))
  return {
    openid: user.openid,
    report(event) {
      if (event.type === 'call') {
        calls.report(event)
        // what was just written can be looked at
        if (event.outcome) {
          database.refresh()
          sent.refresh()
        }
      } else if (event.type === 'started') {
        calls.restarted()
        lines.report(event)
      } else {
        lines.report(event)
      }
    },
  }
}
