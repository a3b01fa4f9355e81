import { builtIn } from '../built-in'

interface SliderValues {
  min: number
  max: number
  step: number
  value: number
  disabled: boolean
  color: string
  activeColor: string
  backgroundColor: string
  blockSize: number
  blockColor: string
  showValue: boolean
  name: string
}

/** https://developers.weixin.qq.com/miniprogram/dev/component/slider.html */
export const slider = builtIn<SliderValues>({
  properties: {
    min: { type: Number, value: 0 },
    max: { type: Number, value: 100 },
    step: { type: Number, value: 1 },
    value: { type: Number, value: 0 },
    disabled: { type: Boolean, value: false },
    color: { type: String, value: '' },
    activeColor: { type: String, value: '' },
    backgroundColor: { type: String, value: '' },
    blockSize: { type: Number, value: 28 },
    blockColor: { type: String, value: '' },
    showValue: { type: Boolean, value: false },
    name: { type: String, value: '' },
  },
  create({ host, make, values, change, fire }) {
    const range = make('input', 'wx-slider-range')
    range.type = 'range'
    const shown = make('span', 'wx-slider-value')
    host.append(range, shown)
    range.addEventListener('input', () => {
      change({ value: range.valueAsNumber })
      fire('changing', { value: range.valueAsNumber })
    })
    range.addEventListener('change', () => fire('change', { value: range.valueAsNumber }))
    return {
      slot: make('div'),
      update() {
        const { min, max, step, value, disabled, showValue, ...look } = values()
        Object.assign(range, { min: String(min), max: String(max), step: String(step), disabled })
        range.value = String(value)
        const part = max > min ? ((range.valueAsNumber - min) / (max - min)) * 100 : 0
        range.style.setProperty('--part', `${part}%`)
        range.style.setProperty('--own-color', look.activeColor || look.color)
        range.style.setProperty('--own-rest', look.backgroundColor)
        range.style.setProperty('--own-block', look.blockColor)
        range.style.setProperty('--block-size', `${Math.min(28, Math.max(12, look.blockSize))}px`)
        shown.hidden = !showValue
        shown.textContent = String(range.valueAsNumber)
      },
      form: { get: () => values().value, reset: () => change({ value: values().min }) },
    }
  },
})
