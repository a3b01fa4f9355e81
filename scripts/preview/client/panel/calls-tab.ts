import type { PreviewEvent } from '../phone'
import { element } from '../screen/element'
import { openJsonView, preview } from './json-view'
import type { Tab } from './tabs'

type Call = Extract<PreviewEvent, { type: 'call' }>

const MAX_CALLS = 300

export interface CallsTab extends Tab {
  report(call: Call): void
  /** The mini program was loaded anew: what still ran will not end any more. */
  restarted(): void
}

/** The calls of the cloud, newest first. A row opens to what went in and what came out. */
export function callsTab(): CallsTab {
  const list = element('div', 'side-list')
  const empty = element('p', 'side-empty', '还没有调用。在左边的小程序里点一点。')
  const clear = element('button', 'side-action', '清空')
  const count = element('span', 'side-note')
  const content = element('section', 'side-panel', element('div', 'side-bar', count, clear), list, empty)
  const running = new Map<number, HTMLElement>()
  let total = 0
  let failed = 0

  const show = () => {
    count.textContent = total === 0 ? '' : `${total} 次调用${failed > 0 ? `，${failed} 次失败` : ''}`
    empty.hidden = total > 0
    tab.setBadge?.(total === 0 ? '' : String(total), failed > 0)
  }
  clear.addEventListener('click', () => {
    list.replaceChildren()
    total = 0
    failed = 0
    show()
  })

  const tab: CallsTab = {
    name: '调用',
    element: content,
    report(call) {
      const row = rowOf(call)
      const before = running.get(call.id)
      if (before?.isConnected) {
        ;(row as HTMLDetailsElement).open = (before as HTMLDetailsElement).open
        before.replaceWith(row)
      } else if (!before) {
        list.prepend(row)
        total += 1
      }
      if (call.outcome) running.delete(call.id)
      else running.set(call.id, row)
      if (call.outcome?.ok === false) failed += 1
      if (list.childElementCount > MAX_CALLS) list.lastElementChild?.remove()
      show()
    },
    restarted() {
      for (const row of running.values()) row.classList.replace('is-running', 'is-lost')
      running.clear()
    },
  }
  show()
  return tab
}

function rowOf(call: Call): HTMLElement {
  const { name, input, outcome, milliseconds } = call
  const state = outcome === undefined ? 'is-running' : outcome.ok ? 'is-good' : 'is-bad'
  const summary = element(
    'summary',
    'side-row',
    element('span', 'side-mark'),
    element('span', 'side-name', name),
    element('span', 'side-about', outcome?.ok === false ? codesOf(outcome) : preview(input)),
    element('span', 'side-time', milliseconds === undefined ? '…' : `${milliseconds} ms`),
  )
  const row = element('details', `side-item ${state}`, summary) as HTMLDetailsElement
  row.addEventListener('toggle', () => {
    if (!row.open || row.childElementCount > 1) return
    const answer =
      outcome === undefined
        ? []
        : outcome.ok
          ? part('结果 result', openJsonView(outcome.result))
          : part(`错误 errCode ${outcome.errCode}`, element('div', 'side-error', outcome.errMsg))
    row.append(element('div', 'side-detail', ...part('输入 data', openJsonView(input)), ...answer))
  })
  return row
}

/** From the code of the transport to that of the cause, as far as the text names them. */
function codesOf({ errCode, errMsg }: Extract<Call['outcome'], { ok: false }>): string {
  return [...new Set([String(errCode), ...(errMsg.match(/-\d{6}\b/g) ?? [])])].join(' › ')
}

function part(title: string, content: HTMLElement): HTMLElement[] {
  return [element('div', 'side-part', title), content]
}
