import type { Node } from 'jsonc-parser'

/** One `"key": value` of a JSON object. */
export interface Member {
  key: string
  keyNode: Node
  value: Node
}

/** The members of a JSON object; none of anything else. */
export function membersOf(node: Node | undefined): Member[] {
  if (node?.type !== 'object') return []
  return (node.children ?? []).flatMap(({ children: [keyNode, value] = [] }) =>
    keyNode && value ? [{ key: String(keyNode.value), keyNode, value }] : [],
  )
}

export function memberOf(node: Node | undefined, key: string): Node | undefined {
  return membersOf(node).find(member => member.key === key)?.value
}

/** The items of a JSON array; none of anything else. */
export function itemsOf(node: Node | undefined): Node[] {
  return node?.type === 'array' ? (node.children ?? []) : []
}

/** The text of a JSON string; undefined for anything else. */
export function stringOf(node: Node | undefined): string | undefined {
  return node?.type === 'string' ? (node.value as string) : undefined
}

/** Every string below a node. */
export function stringsBelow(node: Node): Node[] {
  if (node.type === 'string') return [node]
  if (node.type === 'property') return stringsBelow(node.children?.[1] ?? { ...node, type: 'null' })
  return (node.children ?? []).flatMap(stringsBelow)
}
