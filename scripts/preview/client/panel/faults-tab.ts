import { element } from '../screen/element'
import { ask } from './ask'
import { type LoadedTab, loadWhenShown } from './load-when-shown'

/** What can go wrong, as `kit start --fault` takes it. */
const EFFECTS: Readonly<Record<string, string>> = {
  '-504002': '-504002 函数抛出错误',
  '-504003': '-504003 超过时间限制',
  timeout: 'timeout 真的等到超时',
  '-501000': '-501000 找不到函数',
  '-404012': '-404012 轮询超时',
  '-604101': '-604101 没有 openapi 权限',
  '-1': '-1 系统错误',
  '+500ms': '+500ms 变慢',
  '+3s': '+3s 变得很慢',
}
const CHANCES: Readonly<Record<string, string>> = { '1': '每次', '0.5': '一半', '0.1': '十分之一' }

/** Lets calls of functions fail, for a while. It holds for everybody who uses this cloud. */
export function faultsTab(): LoadedTab {
  const list = element('div', 'side-list')
  const name = select('云函数', {})
  const effect = select('故障', EFFECTS)
  const chance = select('多久一次', CHANCES)
  const add = element('button', 'side-action', '加上')
  const form = element('form', 'side-form', name, effect, chance, add)
  let faults: string[] = []

  const tab = loadWhenShown('故障', [form, list], async () => {
    const [{ functions }, now] = await Promise.all([
      ask<{ functions: string[] }>('/local/status'),
      ask<{ faults: string[] }>('/local/faults'),
    ])
    const before = name.value
    name.replaceChildren(
      ...optionsOf({ '*': '* 所有', ...Object.fromEntries(functions.map(each => [each, each])) }),
    )
    if (functions.includes(before)) name.value = before
    return show(now.faults)
  })
  const set = (wanted: readonly string[]) =>
    tab.run(async () => show((await ask<{ faults: string[] }>('/local/faults', { faults: wanted })).faults))

  function show(now: string[]): string {
    faults = now
    tab.setBadge?.(faults.length > 0 ? String(faults.length) : '', true)
    list.replaceChildren(
      ...faults.map((fault, index) => {
        const off = element('button', 'side-action', '关掉')
        off.setAttribute('aria-label', `关掉 ${fault}`)
        off.addEventListener('click', () => void set(faults.filter((_, at) => at !== index)))
        return element('div', 'side-fault', element('code', '', fault), off)
      }),
    )
    return faults.length === 0 ? '没有故障' : '对下一次调用起作用'
  }
  form.addEventListener('submit', event => {
    event.preventDefault()
    const suffix = chance.value === '1' ? '' : `@${chance.value}`
    void set([...faults, `${name.value}:${effect.value}${suffix}`])
  })
  return tab
}

function select(label: string, options: Readonly<Record<string, string>>): HTMLSelectElement {
  const field = element('select', 'side-select', ...optionsOf(options)) as HTMLSelectElement
  field.setAttribute('aria-label', label)
  return field
}

function optionsOf(options: Readonly<Record<string, string>>): HTMLElement[] {
  return Object.entries(options).map(([value, text]) => {
    const option = element('option', '', text) as HTMLOptionElement
    option.value = value
    return option
  })
}
