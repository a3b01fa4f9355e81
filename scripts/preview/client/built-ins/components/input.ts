import { builtIn } from '../built-in'
import { type TextFieldValues, textField, textFieldProperties } from './text-field'

interface InputValues extends TextFieldValues {
  type: string
  password: boolean
  alwaysEmbed: boolean
}

/** The keyboard for each type; a mini program's `number` is not HTML's, which takes `1e3`. */
const KEYBOARDS: Readonly<Record<string, string>> = { number: 'numeric', digit: 'decimal', idcard: 'text' }

/** https://developers.weixin.qq.com/miniprogram/dev/component/input.html */
export const input = builtIn<InputValues>({
  properties: {
    ...textFieldProperties,
    type: { type: String, value: 'text' },
    password: { type: Boolean, value: false },
    alwaysEmbed: { type: Boolean, value: false },
  },
  create(context) {
    const field = context.make('input', 'wx-field')
    field.autocomplete = 'off'
    const parts = textField(context, field, { confirms: () => true })
    return {
      ...parts,
      update(changed) {
        const { type, password } = context.values()
        if (changed.has('type')) field.inputMode = KEYBOARDS[type] ?? 'text'
        if (changed.has('password') || changed.has('type'))
          field.type = password || type === 'safe-password' ? 'password' : 'text'
        parts.update?.(changed)
      },
    }
  },
})
