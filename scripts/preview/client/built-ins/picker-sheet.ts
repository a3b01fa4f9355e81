import { element } from '../screen/element'
import type { Wheel } from './picker-wheels'

export interface PickerSheet {
  /** Other columns, while it is open. */
  replace(wheels: readonly Wheel[]): void
}

export interface PickerSheetOptions {
  title: string
  wheels: readonly Wheel[]
  done(indexes: number[]): void
  cancel(): void
  turned?(column: number, index: number): void
}

const ROW_PX = 48

/** Wheels that come up from below, as a picker shows them. */
export function openPickerSheet(overlay: HTMLElement, options: PickerSheetOptions): PickerSheet {
  let indexes: number[] = []
  const mask = element('div', 'wx-sheet-mask')
  const sheet = element('div', 'wx-sheet wx-picker-sheet')
  sheet.setAttribute('role', 'dialog')
  const head = element('div', 'wx-picker-head')
  const cancel = element('button', 'wx-picker-cancel', '取消')
  const confirm = element('button', 'wx-picker-confirm', '确定')
  const wheels = element('div', 'wx-picker-wheels')
  head.append(cancel, element('div', 'wx-picker-title', options.title), confirm)
  sheet.append(head, wheels)
  mask.append(sheet)
  overlay.append(mask)

  const close = (act: () => void) => {
    mask.remove()
    act()
  }
  cancel.addEventListener('click', () => close(options.cancel))
  confirm.addEventListener('click', () => close(() => options.done(indexes)))
  mask.addEventListener('click', event => {
    if (event.target === mask) close(options.cancel)
  })

  const wheelOf = ({ items, index }: Wheel, column: number): HTMLElement => {
    const wheel = element('div', 'wx-picker-wheel')
    wheel.setAttribute('role', 'listbox')
    wheel.tabIndex = 0
    for (const [at, item] of items.entries()) {
      const row = element('div', 'wx-picker-item', item)
      row.setAttribute('role', 'option')
      row.setAttribute('aria-selected', String(at === index))
      row.addEventListener('click', () => turn(at))
      wheel.append(row)
    }
    const select = (at: number) => {
      if (at === indexes[column]) return
      mark(wheel, at)
      indexes[column] = at
      options.turned?.(column, at)
    }
    const turn = (at: number) => {
      wheel.scrollTo?.({ top: at * ROW_PX, behavior: 'smooth' })
      select(at)
    }
    wheel.addEventListener('scrollend', () => {
      const at = Math.round(wheel.scrollTop / ROW_PX)
      if (at < items.length) select(at)
    })
    wheel.addEventListener('keydown', event => {
      const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
      if (step === 0) return
      event.preventDefault()
      turn(Math.min(items.length - 1, Math.max(0, (indexes[column] ?? 0) + step)))
    })
    return wheel
  }

  let shown: readonly Wheel[] = []
  const show = (columns: readonly Wheel[]) => {
    const before = { shown, indexes }
    shown = columns
    indexes = columns.map(({ index }) => index)
    for (const [column, given] of columns.entries()) {
      const old = wheels.children[column]
      // a wheel that may be turning, or have the focus, is left as it is
      const isSame = old && isEqual(before.shown[column]?.items, given.items)
      if (isSame && before.indexes[column] === given.index) continue
      const wheel = isSame ? old : wheelOf(given, column)
      if (isSame) mark(wheel, given.index)
      else if (old) old.replaceWith(wheel)
      else wheels.append(wheel)
      wheel.scrollTop = given.index * ROW_PX
    }
    while (wheels.childElementCount > columns.length) wheels.lastElementChild?.remove()
  }
  show(options.wheels)
  return { replace: show }
}

/** Makes a row of a wheel the one that is chosen. */
function mark(wheel: Element, index: number): void {
  for (const [at, row] of [...wheel.children].entries())
    row.setAttribute('aria-selected', String(at === index))
}

function isEqual(some: readonly string[] | undefined, others: readonly string[]): boolean {
  return some?.length === others.length && others.every((item, at) => item === some[at])
}
