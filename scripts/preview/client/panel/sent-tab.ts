import { element } from '../screen/element'
import { ask } from './ask'
import { openJsonView } from './json-view'
import { type LoadedTab, loadWhenShown } from './load-when-shown'

interface Sent {
  name: string
  fields: object
  files: readonly { field: string; filename: string; bytes: number }[]
  openid?: string
  functionName: string
  /** Milliseconds since 1970. */
  at: number
}

/** What openapi calls "sent": what WeChat would have carried out; newest first. */
export function sentTab(): LoadedTab {
  const list = element('div', 'side-list')
  return loadWhenShown('openapi', [list], async () => {
    const { sent } = await ask<{ sent: Sent[] }>('/local/sent')
    list.replaceChildren(...sent.reverse().map(rowOf))
    return sent.length === 0 ? '云函数还没有成功调用过 openapi' : `${sent.length} 次，没有发给任何人`
  })
}

function rowOf({ name, fields, files, openid, functionName, at }: Sent): HTMLElement {
  const summary = element(
    'summary',
    'side-row has-long-name',
    element('span', 'side-mark'),
    element('span', 'side-name', name),
    element('span', 'side-about', functionName),
    element('span', 'side-time', new Date(at).toLocaleTimeString('zh-CN', { hour12: false })),
  )
  const about = {
    ...fields,
    ...(files.length > 0 ? { files } : {}),
    ...(openid ? { '(openid)': openid } : {}),
  }
  return element('details', 'side-item is-good', summary, element('div', 'side-detail', openJsonView(about)))
}
