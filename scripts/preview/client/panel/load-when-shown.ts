import { element } from '../screen/element'
import type { Tab } from './tabs'

/** A tab whose content the cloud has. */
export interface LoadedTab extends Tab {
  /** Loads again, if it is shown. */
  refresh(): void
  /** Does something else, whose note or failure is shown the same way. */
  run(work: () => Promise<string>): Promise<void>
}

/** Further calls within this time load once. */
const PAUSE_MS = 100

/**
 * A tab that loads when it is shown, and again when it is asked to. What fails stands where the note is.
 *
 * @param load resolves with the note
 */
export function loadWhenShown(
  name: string,
  content: readonly HTMLElement[],
  load: () => Promise<string>,
): LoadedTab {
  const note = element('span', 'side-note')
  const again = element('button', 'side-action', '刷新')
  let isShown = false
  let timer: ReturnType<typeof setTimeout> | undefined

  const run = async (work: () => Promise<string>) => {
    try {
      note.textContent = await work()
      note.classList.remove('is-bad')
    } catch (error) {
      note.textContent = error instanceof Error ? error.message : String(error)
      note.classList.add('is-bad')
    }
  }
  again.addEventListener('click', () => void run(load))
  return {
    name,
    run,
    element: element('section', 'side-panel', element('div', 'side-bar', note, again), ...content),
    onShown(shown) {
      isShown = shown
      if (shown) void run(load)
    },
    refresh() {
      if (!isShown) return
      clearTimeout(timer)
      timer = setTimeout(run, PAUSE_MS, load)
    },
  }
}
