import { builtIn } from '../built-in'

interface IconValues {
  type: string
  size: string
  color: string
}

const CHECK = 'M6.8 12.4l3.6 3.6 6.8-7.4'
const CROSS = 'M8 8l8 8M16 8l-8 8'
const BANG = 'M12 6.5v7M12 17v.4'
const INFO = 'M12 7v.4M12 10.5v7'
/** The line in each icon, and its colour; `filled` ones stand in a disc. */
const ICONS: Readonly<Record<string, { line: string; color: string; filled?: boolean; bare?: boolean }>> = {
  success: { line: CHECK, color: '#07c160', filled: true },
  success_no_circle: { line: CHECK, color: '#07c160', bare: true },
  info: { line: INFO, color: '#10aeff', filled: true },
  warn: { line: BANG, color: '#fa5151', filled: true },
  waiting: { line: 'M12 7v5.5l3.5 2', color: '#10aeff', filled: true },
  cancel: { line: CROSS, color: '#fa5151' },
  download: { line: 'M12 7v9M8.5 12.5L12 16l3.5-3.5', color: '#07c160' },
  search: {
    line: 'M16 16l3.5 3.5M17 11.5a5.5 5.5 0 1 1-11 0a5.5 5.5 0 0 1 11 0',
    color: '#b2b2b2',
    bare: true,
  },
  clear: { line: CROSS, color: '#b2b2b2', filled: true },
}
const SVG = 'http://www.w3.org/2000/svg'

/** https://developers.weixin.qq.com/miniprogram/dev/component/icon.html */
export const icon = builtIn<IconValues>({
  properties: {
    type: { type: String, value: '' },
    size: { type: String, value: '23' },
    color: { type: String, value: '' },
  },
  create({ host, make, values }) {
    return {
      slot: make('div'),
      update() {
        const { type, size, color } = values()
        const known = ICONS[type]
        host.replaceChildren(...(known ? [draw(host.ownerDocument, known, size, color)] : []))
      },
    }
  },
})

function draw(
  document: Document,
  { line, color, filled, bare }: NonNullable<(typeof ICONS)[string]>,
  size: string,
  own: string,
) {
  const make = (tag: string, attributes: Record<string, string>) => {
    const element = document.createElementNS(SVG, tag)
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
    return element
  }
  const paint = own || color
  const side = /^[\d.]+$/.test(size) ? `${size}px` : size
  const svg = make('svg', { viewBox: '0 0 24 24' })
  svg.style.width = side
  svg.style.height = side
  if (!bare)
    svg.append(
      make('circle', {
        cx: '12',
        cy: '12',
        r: '10.5',
        fill: filled ? paint : 'none',
        stroke: paint,
        'stroke-width': '1.5',
      }),
    )
  const stroke = filled ? '#fff' : paint
  svg.append(
    make('path', {
      d: line,
      fill: 'none',
      stroke,
      'stroke-width': '1.8',
      'stroke-linecap': 'round',
      'stroke-linejoin': 'round',
    }),
  )
  return svg
}
