import { type Node, visitorKeys } from 'oxc-parser'

/** The nodes directly under a node, in the order of the text. */
export function childrenOf(node: Node): Node[] {
  const children: Node[] = []
  for (const key of visitorKeys[node.type] ?? []) {
    const child: unknown = node[key as keyof Node]
    if (Array.isArray(child)) children.push(...child.filter(isNode))
    else if (isNode(child)) children.push(child)
  }
  return children
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null
}
