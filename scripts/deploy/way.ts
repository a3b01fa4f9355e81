import type { BuiltFunction } from '../build'

/** Who uploads. */
export const WAYS = ['devtools', 'cloudbase', 'provider'] as const

export type WayName = (typeof WAYS)[number]

/** What a way of uploading needs to know. */
export interface WayOptions {
  /** Absolute path of the project. */
  root: string
  /** Id of the environment. */
  env: string
  /** Ends what is going on. */
  signal?: AbortSignal
  /** Told in a few words what is going on. */
  onProgress?: (doing: string) => void
}

/** One way to bring a built function into an environment. */
export interface Way {
  /** Whether an upload applies the openapi permissions in `config.json`. */
  appliesPermissions: boolean
  /** What it applies and what it leaves alone, a line each. */
  notes: readonly string[]
  /**
   * Whatever can be found out before anything is built.
   *
   * @throws KitError
   */
  prepare?(): Promise<void>
  /** What `prepare()` runs or sends, a line each. */
  first?: readonly string[]
  /** Everything that an upload would run, send or write, a line each; no secret. */
  describe(built: BuiltFunction): string[]
  /**
   * Uploads one function from `dist/`.
   *
   * @throws KitError `tool-failed` with the reason
   */
  upload(built: BuiltFunction): Promise<void>
}
