import { element } from '../screen/element'
import { ask } from './ask'
import { jsonView } from './json-view'
import { type LoadedTab, loadWhenShown } from './load-when-shown'

interface Documents {
  documents: Record<string, unknown>[]
  hasMore: boolean
}

/** The collections of the database, and the documents of one of them; without security rules. */
export function databaseTab(): LoadedTab {
  const names = element('div', 'side-choices')
  const documents = element('div', 'side-list')
  let chosen = ''

  const tab = loadWhenShown('数据库', [names, documents], async () => {
    const { collections } = await ask<{ collections: string[] }>('/local/collections')
    if (!collections.includes(chosen)) chosen = collections[0] ?? ''
    names.replaceChildren(
      ...collections.map(name => {
        const button = element('button', 'side-choice', name)
        button.setAttribute('aria-pressed', String(name === chosen))
        button.addEventListener('click', () => {
          chosen = name
          for (const other of names.children) other.setAttribute('aria-pressed', String(other === button))
          void tab.run(showDocuments)
        })
        return button
      }),
    )
    return collections.length === 0 ? '还没有集合' : await showDocuments()
  })
  return tab

  async function showDocuments(): Promise<string> {
    if (chosen === '') return ''
    const asked = chosen
    const answer = await ask<Documents>(`/local/documents?collection=${encodeURIComponent(asked)}`)
    if (asked !== chosen) return ''
    const open = new Set(
      [...documents.querySelectorAll('details[open]')].map(item => (item as HTMLElement).dataset.id),
    )
    documents.replaceChildren(...answer.documents.map(document => rowOf(document, open)))
    if (answer.documents.length === 0) documents.append(element('p', 'side-empty', '这个集合是空的'))
    if (answer.hasMore) documents.append(element('p', 'side-empty', '只显示前 100 条'))
    return `${answer.documents.length}${answer.hasMore ? '+' : ''} 条`
  }
}

function rowOf(document: Record<string, unknown>, open: ReadonlySet<string | undefined>): HTMLElement {
  const id = String(document._id)
  const row = jsonView(document, id) as HTMLDetailsElement
  row.classList.add('side-document')
  row.dataset.id = id
  row.open = open.has(id)
  return row
}
