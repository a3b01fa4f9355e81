import { builtIn } from '../built-in'
import { choicesIn, registerGroup } from '../choice-group'

/** `checkbox-group`, whose value is a list, and `radio-group`, whose value is one text. */
export const choiceGroup = (kind: 'checkbox' | 'radio') =>
  builtIn<{ name: string }>({
    properties: { name: { type: String, value: '' } },
    create({ host, fire }) {
      if (kind === 'radio') host.setAttribute('role', 'radiogroup')
      const value = () => {
        const checked = choicesIn(host, kind).filter(({ choice }) => choice.isChecked())
        const values = checked.map(({ choice }) => choice.value())
        return kind === 'checkbox' ? values : (values[0] ?? '')
      }
      registerGroup(host, {
        picked(picked) {
          if (kind === 'radio')
            for (const { element, choice } of choicesIn(host, kind)) if (element !== picked) choice.set(false)
          fire('change', { value: value() })
        },
      })
      return {
        form: {
          get: value,
          reset() {
            for (const { choice } of choicesIn(host, kind)) choice.set(false)
          },
        },
      }
    },
  })
