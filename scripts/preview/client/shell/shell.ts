import { ADDRESSES } from '../addresses'
import { OUTER_READY, type Outer, type ProgramStyles, type Screen } from '../outer'
import { mountPanel } from '../panel'
import type { ServerState } from '../problems'
import { byClass } from './by-class'
import { openFrame } from './frame'
import { locate } from './locate'
import { problemCards } from './problem-card'
import { keepSettings, readSettings, showAddress } from './settings'
import { fillToolbar } from './toolbar'

/** The outer document: the phone's frame, the panel, and what keeps both up to date with the sources. */
function run(): void {
  const settings = readSettings()
  let { theme, stack } = settings
  let screen: Screen | undefined
  let latest: ServerState | undefined
  /** The build that the screen was last loaded anew for. */
  let asked = 0

  const panel = mountPanel(byClass('panel'), { restart: load })
  const frame = openFrame()
  const problems = problemCards(frame.cover)
  fillToolbar(byClass('toolbar'), settings, {
    onWidth(width) {
      frame.setSize(width)
      keepSettings({ width })
    },
    onTheme(chosen) {
      theme = chosen
      keepSettings({ theme })
      screen?.setTheme(theme)
    },
    onRestart() {
      stack = []
      load()
    },
  })
  frame.setSize(settings.width)

  const outer: Outer = {
    report: panel.report,
    openid: panel.openid,
    theme: () => theme,
    get stack() {
      return stack
    },
    started(running) {
      screen = running
      follow()
    },
    moved(changed) {
      stack = changed
      keepSettings({ stack })
      showAddress(stack.at(-1))
    },
    failed(error) {
      void locate(error).then(problem => {
        problems.add(problem)
        const { file, line, column } = problem
        const place = file === undefined ? undefined : `${file}:${line}:${column}`
        panel.report({ type: 'error', message: error.message, ...(place !== undefined && { place }) })
      })
    },
  }
  window.previewOuter = outer
  dispatchEvent(new Event(OUTER_READY))

  function load(): void {
    problems.clear()
    screen = undefined
    frame.reload()
  }

  // somebody wrote another page into the address bar
  addEventListener('hashchange', () => {
    stack = readSettings().stack
    load()
  })

  const server = new EventSource(ADDRESSES.events)
  server.addEventListener('message', ({ data }) => {
    const state = JSON.parse(data) as ServerState
    // builds of another run of the server cannot be told apart from those of this one
    if (latest && latest.server !== state.server) return location.reload()
    latest = state
    problems.setFound(latest.problems)
    follow()
  })

  /** Brings the screen up to date; one that is being loaded follows when it has started. */
  function follow(): void {
    if (!latest || !screen) return
    if (screen.build === latest.build) {
      if (screen.styles !== latest.styles) void takeStyles(screen)
    } else if (asked !== latest.build) {
      // once only: what does not run does not run the next time either
      asked = latest.build
      load()
    }
  }

  async function takeStyles(running: Screen): Promise<void> {
    const response = await fetch(ADDRESSES.styles)
    running.setStyles((await response.json()) as ProgramStyles)
  }
}

run()
