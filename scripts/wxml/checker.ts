import { listMiniProgram, type MiniProgramFiles } from '../project/mini-program'
import type { Problem } from '../project/problem'
import { ContentCache } from './content-cache'
import { JsonFiles } from './json/json-files'
import { readApp } from './json/read-app'
import { Round } from './round'
import { shownPath } from './source'

/** What a round of checks found. */
export interface MiniProgramCheck {
  problems: Problem[]
  /** The templates and style sheets that were looked at anew: the others are as they were in a round before. */
  checked: string[]
}

/** Checks a mini program, and again after changes, when only what changed is looked at anew. */
export class MiniProgramChecker {
  readonly #cache: ContentCache

  constructor(
    readonly root: string,
    readonly options: { types?: boolean } = {},
  ) {
    this.#cache = new ContentCache(root)
  }

  async check(): Promise<MiniProgramCheck> {
    const files = listMiniProgram(this.root)
    const jsons = new JsonFiles(files)
    const source = jsons.get('app.json')
    if (!source) return { problems: [...jsons.problems, ...missingApp(files)], checked: [] }
    const round = new Round(this.root, this.#cache, files, jsons, readApp(source))
    const [styles, templates] = await Promise.all([round.checkStyles(), round.checkTemplates(this.options)])
    this.#cache.save()
    const problems = [
      ...jsons.problems,
      ...round.checkStructure(),
      ...round.checkScripts(),
      ...round.checkImports(),
      ...styles,
      ...templates,
    ]
    return { problems: unique(problems), checked: [...round.checked].sort() }
  }
}

/** A project may have no mini program yet, but pages without an `app.json` are none. */
function missingApp(files: MiniProgramFiles): Problem[] {
  if (files.has('app.json') || files.endingWith('.wxml').length === 0) return []
  const file = shownPath('app.json')
  return [{ severity: 'error', rule: 'app-json-missing', message: `there is no ${file}`, file }]
}

function unique(problems: readonly Problem[]): Problem[] {
  return [...new Map(problems.map(problem => [JSON.stringify(problem), problem])).values()]
}
