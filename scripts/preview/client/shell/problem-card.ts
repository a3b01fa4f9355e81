import type { ShownProblem } from '../problems'
import { element } from '../screen/element'

export interface ProblemCards {
  /** What the server found; stays until it is mended. */
  setFound(problems: readonly ShownProblem[]): void
  /** What happened while the mini program ran; can be put away. */
  add(problem: ShownProblem): void
  /** The mini program starts anew. */
  clear(): void
}

/** Problems, over the page that they are in. */
export function problemCards(cover: HTMLElement): ProblemCards {
  let found: readonly ShownProblem[] = []
  let happened: ShownProblem[] = []
  const draw = () => {
    const cards = [
      ...found.map(problem => card(problem)),
      ...happened.map(problem =>
        card(problem, () => {
          happened = happened.filter(one => one !== problem)
          draw()
        }),
      ),
    ]
    cover.replaceChildren(...cards)
    cover.classList.toggle('is-covering', found.length > 0)
  }
  return {
    setFound(problems) {
      found = problems
      draw()
    },
    add(problem) {
      const isKnown = happened.some(({ message, file, line }) => {
        return message === problem.message && file === problem.file && line === problem.line
      })
      if (!isKnown) happened.push(problem)
      draw()
    },
    clear() {
      happened = []
      draw()
    },
  }
}

function card(
  { message, file, line, column, frame = [], mend }: ShownProblem,
  onClose?: () => void,
): HTMLElement {
  const place = [file, line, column].filter(part => part !== undefined).join(':')
  const made = element('section', 'problem', element('div', 'problem-message', message))
  made.setAttribute('role', 'alert')
  if (place !== '') made.prepend(element('div', 'problem-place', place))
  if (frame.length > 0) {
    const rows = frame.map(({ number, text }) => {
      const row = element('div', 'problem-line', element('span', 'problem-number', String(number)), text)
      row.classList.toggle('is-it', number === line)
      return row
    })
    made.append(element('div', 'problem-frame', ...rows))
  }
  if (mend !== undefined) made.append(element('div', 'problem-mend', mend))
  if (onClose) {
    const close = element('button', 'problem-close', '×')
    close.setAttribute('aria-label', '收起')
    close.addEventListener('click', onClose)
    made.append(close)
  }
  return made
}
