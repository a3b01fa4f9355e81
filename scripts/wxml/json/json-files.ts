import type { Node } from 'jsonc-parser'
import { parseJson } from '../../project/json-file'
import { isForeign, type MiniProgramFiles } from '../../project/mini-program'
import type { Problem } from '../../project/problem'
import { type Source, shownPath, sourceOf } from '../source'

/** A JSON file that could be read. */
export interface JsonSource extends Source {
  root: Node
}

/** The configuration of the tools, not of the mini program. */
const OTHER_JSON =
  /(?:^|\/)(?:tsconfig[^/]*|package(?:-lock)?|jsconfig|project\.config|project\.private\.config)\.json$/

/** Every JSON file of a mini program, parsed once. */
export class JsonFiles {
  readonly problems: Problem[] = []
  readonly #sources = new Map<string, JsonSource>()
  readonly #broken = new Set<string>()

  constructor(files: MiniProgramFiles) {
    for (const path of files.endingWith('.json')) {
      if (OTHER_JSON.test(path) || isForeign(path)) continue
      const { text } = sourceOf(files, path)
      const parsed = parseJson(text, shownPath(path))
      if ('problem' in parsed) {
        this.problems.push(parsed.problem)
        this.#broken.add(path)
      } else this.#sources.set(path, { path, ...parsed })
    }
  }

  /** Undefined where there is none, or a broken one, which is in `problems`. */
  get(path: string): JsonSource | undefined {
    return this.#sources.get(path)
  }

  isBroken(path: string): boolean {
    return this.#broken.has(path)
  }

  all(): JsonSource[] {
    return [...this.#sources.values()]
  }
}
