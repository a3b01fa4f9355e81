import { element } from '../../screen/element'

/** Pictures on the whole screen, beside each other; a tap closes them. */
export function previewImages(overlay: HTMLElement, addresses: readonly string[], current: number): void {
  const pictures = addresses.map(address => {
    const picture = element('img', '') as HTMLImageElement
    picture.src = address
    return element('div', 'wx-preview-item', picture)
  })
  const track = element('div', 'wx-preview', ...pictures)
  track.addEventListener('click', () => track.remove())
  overlay.append(track)
  pictures[current]?.scrollIntoView?.({ inline: 'start' })
}
