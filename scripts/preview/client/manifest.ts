/** Of a JSON file. */
export type JsonObject = Readonly<Record<string, unknown>>

/** What the browser knows of the mini program beside its code. */
export interface Manifest {
  appid: string
  /** The environment ids in `miniprogram/env.ts`. */
  environments: readonly string[]
  /** `app.json`. */
  app: JsonObject
  /** The variables of `theme.json`. */
  theme: { light: JsonObject; dark: JsonObject }
  /** Paths, in the order of `app.json`. */
  pages: readonly string[]
  /** Pages and components by path. */
  units: Readonly<Record<string, ManifestUnit>>
}

export interface ManifestUnit {
  kind: 'page' | 'component'
  config: JsonObject
  /** By tag, the path of a component. */
  using: Readonly<Record<string, string>>
  /** Name of its style scope. */
  styleScope: string
}

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
