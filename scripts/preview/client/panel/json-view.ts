import { element } from '../screen/element'

/** Entries of one object or array that are shown at once. */
const MAX_ENTRIES = 200
const MAX_PREVIEW = 80

/**
 * A value as a tree that opens where it is clicked. What is inside is drawn when it is opened, so that a value may hold
 * itself. Values may come from another document.
 */
export function jsonView(value: unknown, name = ''): HTMLElement {
  const label = name === '' ? [] : [element('span', 'json-name', name), element('span', 'json-mark', ': ')]
  if (!isTree(value)) return element('div', 'json-row', ...label, leaf(value))
  const summary = element('summary', 'json-row', ...label, element('span', 'json-preview', preview(value)))
  const details = element('details', 'json-tree', summary) as HTMLDetailsElement
  details.addEventListener('toggle', () => {
    if (!details.open || details.childElementCount > 1) return
    details.append(element('div', 'json-inside', ...entriesOf(value)))
  })
  return details
}

/** The same, open. */
export function openJsonView(value: unknown): HTMLElement {
  return isTree(value) ? element('div', 'json', ...entriesOf(value)) : element('div', 'json', jsonView(value))
}

function entriesOf(value: object): HTMLElement[] {
  const entries = Object.entries(value)
  if (entries.length === 0) return [element('div', 'json-row json-mark', Array.isArray(value) ? '[]' : '{}')]
  const shown = entries.slice(0, MAX_ENTRIES).map(([key, inner]) => jsonView(inner, key))
  const rest = entries.length - shown.length
  return rest > 0 ? [...shown, element('div', 'json-row json-mark', `… 还有 ${rest} 项`)] : shown
}

function isTree(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !isDate(value)
}

function isDate(value: object): boolean {
  return Object.prototype.toString.call(value) === '[object Date]'
}

function leaf(value: unknown): HTMLElement {
  if (typeof value === 'string') return element('span', 'json-string', value === '' ? '""' : value)
  const kind = value === null || value === undefined ? 'json-nothing' : 'json-value'
  return element(
    'span',
    kind,
    typeof value === 'object' && value !== null ? (value as Date).toISOString() : String(value),
  )
}

/** What is inside, on one line. */
export function preview(value: unknown, depth = 0): string {
  if (typeof value === 'string') return depth === 0 ? value : JSON.stringify(value.slice(0, MAX_PREVIEW))
  if (typeof value !== 'object' || value === null) return String(value)
  if (isDate(value)) return (value as Date).toISOString()
  const message = (value as { message?: unknown }).message
  if (Object.prototype.toString.call(value) === '[object Error]') return String(message)
  const isArray = Array.isArray(value)
  const entries = Object.entries(value)
  if (depth > 1) return isArray ? `[${entries.length}]` : '{…}'
  const parts: string[] = []
  let length = 0
  for (const [key, inner] of entries) {
    const text = isArray ? preview(inner, depth + 1) : `${key}: ${preview(inner, depth + 1)}`
    length += text.length
    if (length > MAX_PREVIEW && parts.length > 0) return wrap(isArray, [...parts, '…'])
    parts.push(text)
  }
  return wrap(isArray, parts)
}

function wrap(isArray: boolean, parts: readonly string[]): string {
  return isArray ? `[${parts.join(', ')}]` : `{${parts.join(', ')}}`
}
