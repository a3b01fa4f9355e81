import { builtIn } from '../built-in'
import { OWN_SEGMENT } from '../hover'
import { type TextFieldValues, textField, textFieldProperties } from './text-field'

interface TextareaValues extends TextFieldValues {
  autoHeight: boolean
  fixed: boolean
  showConfirmBar: boolean
  disableDefaultPadding: boolean
}

/** https://developers.weixin.qq.com/miniprogram/dev/component/textarea.html */
export const textarea = builtIn<TextareaValues>({
  properties: {
    ...textFieldProperties,
    confirmType: { type: String, value: 'return' },
    autoHeight: { type: Boolean, value: false },
    fixed: { type: Boolean, value: false },
    showConfirmBar: { type: Boolean, value: true },
    disableDefaultPadding: { type: Boolean, value: false },
  },
  create(context) {
    const { host, component, make, values, fire } = context
    const field = make('textarea', 'wx-field')
    field.rows = 1
    // as high as its text, and the field lies over it: no measuring for auto-height
    const mirror = make('div', 'wx-textarea-mirror')
    let lines = 0
    const onText = () => {
      // a line break at the end shows a line only if something follows
      mirror.textContent = `${field.value}\u200b`
      const lineHeight = Number.parseFloat(getComputedStyle(mirror).lineHeight)
      const height = mirror.offsetHeight
      const lineCount = Math.max(1, Math.round(height / lineHeight) || 1)
      if (lineCount === lines) return
      if (lines > 0 && host.isConnected) fire('linechange', { height, lineCount })
      lines = lineCount
    }
    const confirms = () => values().confirmType !== 'return'
    const parts = textField(context, field, { confirms, onText })
    host.append(mirror)
    return {
      ...parts,
      update(changed) {
        if (changed.has('autoHeight')) {
          host.toggleAttribute('auto-height', values().autoHeight)
          component.setNodeStyle(values().autoHeight ? 'height:auto' : '', OWN_SEGMENT)
        }
        parts.update?.(changed)
      },
    }
  },
})
