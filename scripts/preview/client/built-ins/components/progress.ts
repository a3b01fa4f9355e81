import { builtIn } from '../built-in'

interface ProgressValues {
  percent: number
  showInfo: boolean
  borderRadius: string
  fontSize: string
  strokeWidth: string
  color: string
  activeColor: string
  backgroundColor: string
  active: boolean
  activeMode: string
  duration: number
}

/** https://developers.weixin.qq.com/miniprogram/dev/component/progress.html */
export const progress = builtIn<ProgressValues>({
  properties: {
    percent: { type: Number, value: 0 },
    showInfo: { type: Boolean, value: false },
    borderRadius: { type: String, value: '0' },
    fontSize: { type: String, value: '16' },
    strokeWidth: { type: String, value: '6' },
    color: { type: String, value: '' },
    activeColor: { type: String, value: '' },
    backgroundColor: { type: String, value: '' },
    active: { type: Boolean, value: false },
    activeMode: { type: String, value: 'backwards' },
    duration: { type: Number, value: 30 },
  },
  create({ host, make, values, fire }) {
    const bar = make('div', 'wx-progress-bar')
    const done = make('div', 'wx-progress-done')
    const info = make('div', 'wx-progress-info')
    bar.append(done)
    host.append(bar, info)
    done.addEventListener('transitionend', () => fire('activeend', { curPercent: values().percent }))
    return {
      slot: make('div'),
      update() {
        const now = values()
        const percent = Math.min(100, Math.max(0, now.percent))
        bar.style.height = inPx(now.strokeWidth)
        bar.style.borderRadius = inPx(now.borderRadius)
        bar.style.backgroundColor = now.backgroundColor
        done.style.backgroundColor = now.activeColor || now.color
        done.style.transition = now.active ? `width ${now.duration * percent}ms linear` : ''
        done.style.width = `${percent}%`
        info.hidden = !now.showInfo
        info.style.fontSize = inPx(now.fontSize)
        info.textContent = `${percent}%`
      },
    }
  },
})

/** A bare number is px. */
function inPx(size: string): string {
  return /^-?[\d.]+$/.test(size) ? `${size}px` : size
}
