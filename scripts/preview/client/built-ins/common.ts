import type { Property } from './built-in'

/** https://developers.weixin.qq.com/miniprogram/dev/component/aria-component.html */
const ARIA = [
  'Hidden',
  'Role',
  'Label',
  'Checked',
  'Disabled',
  'Describedby',
  'Expanded',
  'Haspopup',
  'Selected',
  'Required',
  'Orientation',
  'Valuemin',
  'Valuemax',
  'Valuenow',
  'Readonly',
  'Multiselectable',
  'Controls',
  'Labelledby',
  'Level',
  'Modal',
  'Live',
  'Atomic',
  'Relevant',
  'Busy',
  'Colcount',
  'Colindex',
  'Posinset',
  'Rowcount',
  'Rowindex',
  'Setsize',
  'Sort',
  'Pressed',
]

/** The properties that every built-in component has. */
export const common: Readonly<Record<string, Property>> = {
  hidden: { type: Boolean, value: false },
  ...Object.fromEntries(ARIA.map(name => [`aria${name}`, { type: null, value: undefined }])),
}

/** Only roles and states are kept for assistive technology; a mini program's `aria-role` is HTML's `role`. */
export function updateCommon(
  host: HTMLElement,
  values: Record<string, unknown>,
  changed: ReadonlySet<string>,
): void {
  if (changed.has('hidden')) host.toggleAttribute('hidden', Boolean(values.hidden))
  for (const name of changed) {
    if (!name.startsWith('aria')) continue
    const attribute = name === 'ariaRole' ? 'role' : `aria-${name.slice(4).toLowerCase()}`
    const value = values[name]
    if (value === undefined || value === null) host.removeAttribute(attribute)
    else host.setAttribute(attribute, String(value))
  }
}
