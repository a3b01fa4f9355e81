import { posix } from 'node:path'
import type { Tag } from '../template/scan-template'
import type { Owner } from './read-owner'

/** Who shows a template, and the components that it shows. */
export interface TemplateContext {
  /** `pages/home/home` */
  path: string
  owner: Owner
  /** By tag; those whose script could be read. */
  components: ReadonlyMap<string, { path: string; owner: Owner }>
}

/** The components of a template whose properties are known, in the order of the text. */
export function usedComponents(tags: readonly Tag[], { components }: TemplateContext) {
  return namesIn(tags).flatMap(name => {
    const component = components.get(name)
    return component ? [{ name, ...component }] : []
  })
}

function namesIn(tags: readonly Tag[]): string[] {
  return [...new Set(tags.map(({ name }) => name))]
}

/** The type of the properties of a component, by its place in `usedComponents()`. */
export function propertiesName(index: number): string {
  return `_Properties${index}_`
}

/** What the code of a template is about: its `data`, `methods` and `tags`, in one line. */
export function headOf(tags: readonly Tag[], context: TemplateContext): string {
  const { path, owner } = context
  const used = usedComponents(tags, context)
  const imports = [
    `import type { _behaviors_, _options_ as _owner_ } from './${posix.basename(path)}'`,
    ...used.map(
      (component, index) =>
        `import type { _behaviors_ as _behaviors${index}_, _options_ as _component${index}_ } from '${importPath(path, component.path)}'`,
    ),
  ]
  const types = used.map(
    (component, index) => `type ${propertiesName(index)} = ${propertiesOf(index, component.owner)}`,
  )
  const tagTypes = namesIn(tags).map(name => {
    const index = used.findIndex(component => component.name === name)
    const component = used[index]
    const type = component
      ? `_Attributes_<${propertiesName(index)}, ${extraAttributes(component.owner)}>`
      : 'any'
    return `${JSON.stringify(name)}: ${type}`
  })
  return [
    ...imports,
    ...types,
    `declare const data: ${dataOf(owner)}`,
    `declare const methods: ${methodsOf(owner)}`,
    `declare const tags: { ${tagTypes.join('; ')} }`,
  ].join('; ')
}

/** What is not written out has no type: TypeScript would infer that it may hold anything. */
function has({ members }: Owner, name: string): boolean {
  return members?.has(name) ?? true
}

function dataOf(owner: Owner): string {
  const parts = [
    has(owner, 'data') ? "(typeof _owner_)['data']" : '{}',
    has(owner, 'properties') ? "_Properties_<(typeof _owner_)['properties']>" : '{}',
    "_Mixed_<typeof _behaviors_>['data']",
    "_Properties_<_Mixed_<typeof _behaviors_>['properties']>",
  ]
  return `_Data_<${parts.join(' & ')}, ${union([...owner.setFields, ...formField(owner)])}>`
}

function methodsOf({ methods }: Owner): string {
  const own = methods
    ? `{ ${[...methods].map(name => `${JSON.stringify(name)}: any`).join('; ')} }`
    : "(typeof _owner_)['methods']"
  return `${own} & _Mixed_<typeof _behaviors_>['methods']`
}

function propertiesOf(index: number, owner: Owner): string {
  const own = has(owner, 'properties') ? `(typeof _component${index}_)['properties']` : '{}'
  return `${own} & _Mixed_<typeof _behaviors${index}_>['properties']`
}

function extraAttributes(owner: Owner): string {
  return union([...owner.externalClasses, ...formField(owner)])
}

function formField({ isFormField }: Owner): string[] {
  return isFormField ? ['name', 'value'] : []
}

function union(names: readonly string[]): string {
  return names.length > 0 ? names.map(name => JSON.stringify(name)).join(' | ') : 'never'
}

function importPath(from: string, to: string): string {
  const path = posix.relative(posix.dirname(from), to)
  return path.startsWith('.') ? path : `./${path}`
}
