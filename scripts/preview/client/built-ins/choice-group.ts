/** A `checkbox` or `radio`, as its group sees it. */
export interface Choice {
  kind: 'checkbox' | 'radio'
  value(): string
  isChecked(): boolean
  set(checked: boolean): void
}

export interface Group {
  /** The user chose this one, or took the choice back. */
  picked(host: Element): void
}

const choices = new WeakMap<Element, Choice>()
const groups = new WeakMap<Element, Group>()

export function registerChoice(host: Element, choice: Choice): void {
  choices.set(host, choice)
}

export function registerGroup(host: Element, group: Group): void {
  groups.set(host, group)
}

/** The group around an element. */
export function groupOf(host: Element): Group | undefined {
  for (let at = host.parentElement; at; at = at.parentElement) {
    const group = groups.get(at)
    if (group) return group
  }
  return undefined
}

/** In the order of the document. */
export function choicesIn(host: Element, kind: Choice['kind']): { element: Element; choice: Choice }[] {
  return [...host.querySelectorAll(`wx-${kind}`)].flatMap(element => {
    const choice = choices.get(element)
    return choice ? [{ element, choice }] : []
  })
}
