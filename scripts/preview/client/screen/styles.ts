import { addStyles } from '../add-styles'

const SCHEME = /\(\s*prefers-color-scheme\s*:\s*(light|dark)\s*\)/g

export interface ProgramStyles {
  /** @param styles CSS by path, in the order in which it counts */
  set(styles: Readonly<Record<string, string>>): void
  setTheme(theme: 'light' | 'dark'): void
}

/** The styles of the mini program. Its theme is the phone's, not the browser's. */
export function programStyles(theme: 'light' | 'dark'): ProgramStyles {
  const sheet = addStyles('')
  let text = ''
  let current = theme
  const write = () => {
    sheet.replaceSync(
      text.replace(SCHEME, (_, name) => (name === current ? '(min-width: 0px)' : '(max-width: 0px)')),
    )
  }
  return {
    set(styles) {
      text = Object.values(styles).join('\n')
      write()
    },
    setTheme(changed) {
      current = changed
      write()
    },
  }
}
