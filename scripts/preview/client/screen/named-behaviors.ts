import type { CodeSpace } from 'glass-easel-miniprogram-adapter'
import { registerField } from '../built-ins/form-of'
import type { Caller } from './caller'

/**
 * The behaviours that the platform has by name. A button inside a component finds the form around it, and `export()` is
 * called, without them too: nothing is to be added for these.
 * https://developers.weixin.qq.com/miniprogram/dev/framework/custom-component/behaviors.html
 */
export function namedBehaviors(space: CodeSpace): ReadonlyMap<string, unknown> {
  const define = (definition: object) =>
    space
      .behavior()
      .definition(definition as never)
      .register()
  return new Map([
    [
      'wx://form-field',
      define({
        properties: { name: String, value: null },
        lifetimes: {
          attached(this: Caller) {
            const component = this._$
            registerField(component, { get: () => component.data.value, reset() {} })
          },
        },
      }),
    ],
    ['wx://form-field-button', define({})],
    ['wx://component-export', define({})],
  ])
}
