/** What happens to one field; `children` for `a.b` under `a`. */
export type Node<Leaf> = { leaf: Leaf } | { children: Tree<Leaf> }
export type Tree<Leaf> = Map<string, Node<Leaf>>

/**
 * Adds a leaf at a path. Two leaves may not stand on one path, nor one below the other: then nothing is added and the
 * path at which they meet is returned.
 */
export function addLeaf<Leaf>(tree: Tree<Leaf>, path: readonly string[], leaf: Leaf): string | undefined {
  let level = tree
  for (const [i, name] of path.entries()) {
    const node = level.get(name)
    const isLast = i === path.length - 1
    if (node && (isLast || 'leaf' in node)) return path.slice(0, i + 1).join('.')
    if (isLast) {
      level.set(name, { leaf })
    } else if (node && 'children' in node) {
      level = node.children
    } else {
      const children: Tree<Leaf> = new Map()
      level.set(name, { children })
      level = children
    }
  }
  return undefined
}
