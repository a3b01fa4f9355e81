import { addStyles } from '../add-styles'

const SCHEME = /\(\s*prefers-color-scheme\s*:\s*(light|dark)\s*\)/g

export interface ProgramStyles {
  /** @param styles CSS by path, in the order in which it counts */
  set(styles: Readonly<Record<string, string>>): void
  /** From now on the classes in the styles of a component are everybody's. */
  share(path: string, styleScope: string): void
  setTheme(theme: 'light' | 'dark'): void
}

/** The styles of the mini program. Its theme is the phone's, not the browser's. */
export function programStyles(theme: 'light' | 'dark'): ProgramStyles {
  const sheet = addStyles('')
  const shared = new Map<string, string>()
  let own: Readonly<Record<string, string>> = {}
  let current = theme
  const write = () => {
    const texts = Object.entries(own).map(([path, css]) => {
      const scope = shared.get(path)
      return scope === undefined ? css : css.replaceAll(`.${scope}--`, '.')
    })
    sheet.replaceSync(
      texts
        .join('\n')
        .replace(SCHEME, (_, name) => (name === current ? '(min-width: 0px)' : '(max-width: 0px)')),
    )
  }
  return {
    set(styles) {
      own = styles
      write()
    },
    share(path, styleScope) {
      shared.set(path, styleScope)
      write()
    },
    setTheme(changed) {
      current = changed
      write()
    },
  }
}
