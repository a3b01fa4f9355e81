import { element } from '../../screen/element'

export interface DialogButton<Answer> {
  text: string
  answer: Answer
  /** @default the colour of links for the last, that of text for others */
  color?: string
}

export interface DialogOptions<Answer> {
  title?: string
  content?: string
  /** Stands below the text, such as a field. */
  extra?: HTMLElement
  buttons: readonly DialogButton<Answer>[]
  /** What Escape answers. */
  cancel?: Answer
}

/** A dialog over the page. Resolves with what the user chose. */
export function showDialog<Answer>(overlay: HTMLElement, options: DialogOptions<Answer>): Promise<Answer> {
  const { title = '', content = '', extra, buttons, cancel } = options
  const mask = element('div', 'wx-sheet-mask')
  const dialog = element('div', 'wx-dialog')
  dialog.setAttribute('role', 'dialog')
  dialog.setAttribute('aria-modal', 'true')
  const body = element('div', 'wx-dialog-body')
  if (title !== '') body.append(element('div', 'wx-dialog-title', title))
  if (content !== '') body.append(element('div', 'wx-dialog-content', content))
  if (extra) body.append(extra)
  const foot = element('div', 'wx-dialog-foot')
  dialog.append(body, foot)
  mask.append(dialog)
  return new Promise(resolve => {
    const close = (answer: Answer) => {
      mask.remove()
      resolve(answer)
    }
    for (const [index, { text, answer, color }] of buttons.entries()) {
      const last = index === buttons.length - 1
      const button = element('button', last ? 'wx-dialog-button wx-dialog-main' : 'wx-dialog-button', text)
      if (color) button.style.color = color
      button.addEventListener('click', () => close(answer))
      foot.append(button)
    }
    mask.addEventListener('keydown', event => {
      if (event.key === 'Escape' && cancel !== undefined) close(cancel)
    })
    overlay.append(mask)
    const focused =
      extra instanceof HTMLTextAreaElement ? extra : (foot.lastElementChild as HTMLElement | null)
    focused?.focus({ preventScroll: true })
  })
}
