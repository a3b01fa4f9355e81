import { element } from '../../screen/element'

/** A list that comes up from below. Resolves with the index of what was tapped, or -1. */
export function showActionSheet(
  overlay: HTMLElement,
  { items, title = '', color = '' }: { items: readonly string[]; title?: string; color?: string },
): Promise<number> {
  const mask = element('div', 'wx-sheet-mask')
  const sheet = element('div', 'wx-sheet wx-actions')
  sheet.setAttribute('role', 'dialog')
  mask.append(sheet)
  return new Promise(resolve => {
    const close = (index: number) => {
      mask.remove()
      resolve(index)
    }
    if (title !== '') sheet.append(element('div', 'wx-actions-title', title))
    for (const [index, item] of items.entries()) {
      const row = element('button', 'wx-action', item)
      row.style.color = color
      row.addEventListener('click', () => close(index))
      sheet.append(row)
    }
    const cancel = element('button', 'wx-action wx-action-cancel', '取消')
    cancel.addEventListener('click', () => close(-1))
    sheet.append(cancel)
    mask.addEventListener('click', event => {
      if (event.target === mask) close(-1)
    })
    overlay.append(mask)
  })
}
