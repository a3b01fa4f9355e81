import { element } from '../screen/element'

const KEY = 'preview-openid'
/** Users to try things out with; the local cloud takes whoever is named. */
const OTHERS = ['oLOCALCLOUDseconduser0000002', 'oLOCALCLOUDthirduser00000003']
const OTHER = '(other)'
/** As the local cloud takes it. */
const OPENID = /^[A-Za-z0-9_-]{1,64}$/

/**
 * Whose phone it is. The choice is kept in the browser's tab, so that two tabs are two users.
 *
 * @param onChange another user was chosen
 */
export function userSwitch(
  store: Storage,
  onChange: () => void,
): { element: HTMLElement; openid(): string | undefined } {
  let openid = valid(store.getItem(KEY))
  const choice = element('select', 'side-select') as HTMLSelectElement
  choice.setAttribute('aria-label', '用户 openid')
  const field = element('input', 'side-input') as HTMLInputElement
  field.placeholder = 'openid'
  field.setAttribute('aria-label', '输入 openid')
  field.spellcheck = false
  field.maxLength = 64

  const draw = () => {
    const known = openid === undefined || OTHERS.includes(openid) ? OTHERS : [...OTHERS, openid]
    choice.replaceChildren(
      option('', '默认用户'),
      ...known.map(each => option(each, each)),
      option(OTHER, '输入 openid…'),
    )
    choice.value = openid ?? ''
    field.hidden = true
  }
  const choose = (chosen: string | undefined) => {
    const isSame = chosen === openid
    openid = chosen
    if (chosen === undefined) store.removeItem(KEY)
    else store.setItem(KEY, chosen)
    draw()
    if (!isSame) onChange()
  }
  choice.addEventListener('change', () => {
    if (choice.value !== OTHER) return choose(choice.value === '' ? undefined : choice.value)
    field.hidden = false
    field.value = openid ?? ''
    field.focus()
  })
  field.addEventListener('input', () => {
    const isWrong = field.value !== '' && !OPENID.test(field.value)
    field.setCustomValidity(isWrong ? '1 到 64 个字母、数字、- 和 _' : '')
    if (isWrong) field.reportValidity()
  })
  field.addEventListener('keydown', event => {
    if (event.key === 'Escape') draw()
    if (event.key === 'Enter' && OPENID.test(field.value)) choose(field.value)
  })
  draw()
  return {
    element: element('header', 'side-user', element('span', 'side-label', '用户'), choice, field),
    openid: () => openid,
  }
}

function option(value: string, text: string): HTMLOptionElement {
  const made = element('option', '', text) as HTMLOptionElement
  made.value = value
  return made
}

function valid(openid: string | null): string | undefined {
  return openid !== null && OPENID.test(openid) ? openid : undefined
}
