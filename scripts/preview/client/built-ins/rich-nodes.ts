import { decodeHtml } from './entities'

/** The tags that a rich-text may hold, each with the attributes it may have beside `class` and `style`. */
const TAGS: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(
    (
      'a abbr address article aside b bdi big blockquote br caption center cite code dd del div dl dt em fieldset font ' +
      'footer h1 h2 h3 h4 h5 h6 header hr i ins label legend li mark nav p pre q rt ruby s section small span strong sub ' +
      'sup tbody tfoot thead tr tt u ul'
    )
      .split(' ')
      .map(tag => [tag, []]),
  ),
  bdo: ['dir'],
  col: ['span', 'width'],
  colgroup: ['span', 'width'],
  img: ['alt', 'src', 'height', 'width'],
  ol: ['start', 'type'],
  table: ['width'],
  td: ['colspan', 'height', 'rowspan', 'width'],
  th: ['colspan', 'height', 'rowspan', 'width'],
}

/** As a page writes one; what has an unknown tag stays out with all that is inside it. */
interface RichNode {
  type?: string
  name?: string
  text?: unknown
  attrs?: Record<string, unknown>
  children?: unknown
}

/**
 * The nodes of a rich-text, which are HTML or objects, as elements. Only tags and attributes that the component allows
 * come through: no scripts, no events, no links.
 */
export function richNodes(nodes: unknown, document: Document): DocumentFragment {
  const fragment = document.createDocumentFragment()
  const { list, textOf } = read(nodes, document)
  fragment.append(...list.flatMap(node => make(node, document, textOf)))
  return fragment
}

/** The parser has decoded the entities of HTML, and those of objects are decoded here. */
function read(nodes: unknown, document: Document): { list: RichNode[]; textOf(text: string): string } {
  if (typeof nodes === 'string') return { list: fromHtml(nodes), textOf: text => text }
  return { list: Array.isArray(nodes) ? nodes : [], textOf: text => decodeHtml(text, document) }
}

function make(node: RichNode, document: Document, textOf: (text: string) => string): Node[] {
  if (node.type === 'text') return [document.createTextNode(textOf(String(node.text ?? '')))]
  const name = String(node.name ?? '').toLowerCase()
  const allowed = Object.hasOwn(TAGS, name) ? TAGS[name] : undefined
  if (!allowed) return []
  const element = document.createElement(name)
  for (const [attribute, value] of Object.entries(node.attrs ?? {})) {
    if (attribute === 'style') element.style.cssText = String(value)
    else if (attribute === 'class' || allowed.includes(attribute))
      element.setAttribute(attribute, String(value))
  }
  if (Array.isArray(node.children))
    element.append(...(node.children as RichNode[]).flatMap(child => make(child, document, textOf)))
  return [element]
}

/** A browser complains of every `style="..."` that it parses where a policy forbids it, so it goes by another name. */
const STYLE = /(<[^<>]*\s)style(?=\s*=)/gi
const STYLE_NAME = 'data-style'

/** Parsed into a document of its own, where nothing is loaded and nothing runs. */
function fromHtml(html: string): RichNode[] {
  const parsed = new DOMParser().parseFromString(html.replace(STYLE, `$1${STYLE_NAME}`), 'text/html')
  return [...parsed.body.childNodes].map(toNode)
}

function toNode(node: ChildNode): RichNode {
  if (node.nodeType !== node.ELEMENT_NODE)
    return { type: 'text', text: node.nodeType === node.TEXT_NODE ? node.textContent : '' }
  const element = node as Element
  return {
    name: element.tagName,
    attrs: Object.fromEntries(
      [...element.attributes].map(({ name, value }) => [name === STYLE_NAME ? 'style' : name, value]),
    ),
    children: [...element.childNodes].map(toNode),
  }
}
