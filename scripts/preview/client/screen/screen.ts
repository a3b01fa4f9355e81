import { registerBuiltIns } from '../built-ins'
import { OUTER_READY, type Outer } from '../outer'
import type { Program } from '../program'
import { createWx } from '../wx'
import { homeOf, readQuery } from './address'
import { createApp } from './app'
import { reportConsole } from './console'
import { startEngine } from './engine'
import { watchErrors } from './errors'
import { createPhone } from './phone'
import { programStyles } from './styles'

/** What runs in the iframe: the phone's screen, and in it the mini program. */
function run(outer: Outer, program: Program): void {
  const { manifest } = program
  const { report } = outer
  document.documentElement.dataset.theme = outer.theme()
  if (manifest.app.style !== 'v2') document.documentElement.dataset.style = 'v1'
  const styles = programStyles(outer.theme())
  styles.set(program.styles.css)
  reportConsole(report)

  const app = createApp()
  const onError = watchErrors(outer, app)
  const engine = startEngine(program, {
    onMissing: name => report({ type: 'missing-api', name }),
    onShared: styles.share,
  })
  const phone = createPhone({ manifest, outer, engine, onError })
  const known = outer.stack.filter(({ path }) => manifest.pages.includes(path))
  const stack = known.length > 0 ? known : [{ path: homeOf(manifest), query: '' }]
  const first = stack[0] as (typeof stack)[number]
  const launch = { path: first.path, query: readQuery(first.query) }
  const { appid, environments, pages } = manifest
  const wx = createWx(phone, report, { appid, environments, pages, launch, openid: outer.openid })
  Object.assign(globalThis, { wx, getCurrentPages: phone.pages })
  registerBuiltIns(engine.builtIns, { phone, report, wx })

  report({ type: 'started' })
  let version = program.styles.version
  outer.started({
    build: program.build,
    get styles() {
      return version
    },
    setStyles(changed) {
      version = changed.version
      styles.set(changed.css)
    },
    setTheme(theme) {
      styles.setTheme(theme)
      phone.setTheme(theme)
      app.tell('onThemeChange', { theme })
    },
  })
  attempt(() => app.launch(launch), onError)
  // the phone has told of what keeps a page from being opened
  attempt(
    () => phone.stack.restore(stack),
    () => {},
  )
}

/** What fails in the app need not keep a page from being shown. */
function attempt(action: () => void, onError: (error: unknown) => void): void {
  try {
    action()
  } catch (error) {
    onError(error)
  }
}

function start(): void {
  const { previewOuter } = parent
  if (!previewOuter) parent.addEventListener(OUTER_READY, start, { once: true })
  else if (globalThis.miniProgram) run(previewOuter, globalThis.miniProgram)
  else previewOuter.started({ build: 0, styles: 0, setTheme() {}, setStyles() {} })
}

// by itself it has no frame to be in
if (parent === window) location.replace('/')
else start()
