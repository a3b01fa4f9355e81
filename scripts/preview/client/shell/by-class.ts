/** A part of the outer document as the server sends it. */
export function byClass(name: string): HTMLElement {
  const [found] = document.getElementsByClassName(name)
  if (!(found instanceof HTMLElement)) throw new Error(`the document has no .${name}`)
  return found
}
