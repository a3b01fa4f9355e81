import { byClass } from './by-class'

/** Widths that phones have, with the height that goes with each; in px. */
export const SIZES: readonly (readonly [width: number, height: number])[] = [
  [320, 568],
  [360, 780],
  [375, 812],
  [390, 844],
  [430, 932],
]
export const DEFAULT_WIDTH = 375

export interface Frame {
  /** Lies over the screen. */
  readonly cover: HTMLElement
  /** @param width one of `SIZES` */
  setSize(width: number): void
  /** Loads the screen anew. */
  reload(): void
}

/** The phone's body, which shrinks if the window is lower than it. */
export function openFrame(): Frame {
  const screen = byClass('screen') as HTMLIFrameElement
  const body = byClass('phone')
  const stand = byClass('stand')
  const shrink = () => {
    const { clientWidth: width, clientHeight: height } = stand
    const fitting = Math.min(1, width / body.offsetWidth, height / body.offsetHeight)
    // a screen that begins or ends between two pixels shows a line at its edge
    const scale = Math.floor(screen.offsetWidth * fitting) / screen.offsetWidth
    body.style.transform = `scale(${scale})`
    const { left, top } = screen.getBoundingClientRect()
    body.style.transform = `translate(${Math.round(left) - left}px, ${Math.round(top) - top}px) scale(${scale})`
  }
  new ResizeObserver(shrink).observe(stand)
  return {
    cover: byClass('cover'),
    setSize(width) {
      const [, height] = SIZES.find(([known]) => known === width) ?? [DEFAULT_WIDTH, 812]
      screen.style.width = `${width}px`
      screen.style.height = `${height}px`
      shrink()
    },
    reload: () => screen.contentWindow?.location.reload(),
  }
}
