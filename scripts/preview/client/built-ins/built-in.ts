import type { EventOptions, GeneralComponent } from 'glass-easel'
import type { Services } from './services'

/** One property of a built-in component: its type, and its value until the page says another. */
export interface Property {
  type:
    | StringConstructor
    | NumberConstructor
    | BooleanConstructor
    | ArrayConstructor
    | ObjectConstructor
    | null
  value?: unknown
}

/** What `form` collects. */
export interface FormValue {
  get(): unknown
  reset(): void
}

/** A component in the document. */
export interface Parts {
  /** Where children go. @default the host */
  slot?: HTMLElement
  /** After each change of properties, and once at the beginning. */
  update?(changed: ReadonlySet<string>): void
  attached?(): void
  detached?(): void
  /** What a tap on its label does. */
  activate?(): void
  form?: FormValue
}

/** What a component knows of the place it is in. */
export interface Context<Values> {
  /** The element `wx-*`, which the page's classes and styles are on. */
  readonly host: HTMLElement
  readonly component: GeneralComponent
  readonly services: Services
  /** The properties as they are now. */
  values(): Values
  /** Changes properties from inside, as `model:` expects it. */
  change(values: Partial<Values>): void
  fire(type: string, detail?: unknown, options?: EventOptions): void
  /** An element of the component's own; `class` is not of the page. */
  make<Tag extends keyof HTMLElementTagNameMap>(tag: Tag, className?: string): HTMLElementTagNameMap[Tag]
}

export interface BuiltIn<Values = Record<string, unknown>> {
  properties: Readonly<Record<keyof Values & string, Property>>
  create(context: Context<Values>): Parts
}

/** Keeps the types of a component's properties together. */
export function builtIn<Values>(definition: BuiltIn<Values>): BuiltIn {
  return definition as unknown as BuiltIn
}
