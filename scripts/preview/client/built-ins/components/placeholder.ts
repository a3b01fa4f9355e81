import { type BuiltIn, builtIn } from '../built-in'

/** Stands where a component would be that the preview does not have, with its name and what is inside it. */
export function placeholder(tag: string): BuiltIn {
  return builtIn({
    properties: {},
    create({ host, make }) {
      host.classList.add('wx-placeholder-box')
      const name = make('div', 'wx-placeholder-name')
      name.textContent = `<${tag}>`
      name.title = `The preview does not have ${tag}`
      const slot = make('div')
      host.append(name, slot)
      return { slot }
    },
  })
}
