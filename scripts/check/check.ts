import type { Problem } from '../project/problem'
import { MiniProgramChecker } from '../wxml'
import { checkEnvironments } from './environments'
import { type InspectedFunction, inspectFunctions } from './inspect-functions'
import { findMiniProgramSecrets } from './mini-program'
import { checkRules } from './rules'
import { checkTypes, withoutEchoes } from './types'

/** What `kit check` found. */
export interface CheckResult {
  functions: InspectedFunction[]
  problems: Problem[]
  /** The templates and style sheets that were looked at anew; the others are as they were before. */
  checked: string[]
}

export interface CheckOptions {
  /** Whether to type-check the functions, the mini program and its templates. @default true */
  types?: boolean
}

/** Everything that can be told about a project without running it. Changes no source. */
export function check(root: string, options: CheckOptions = {}): Promise<CheckResult> {
  return new ProjectChecker(root, options).check()
}

/** What is as it was at the last check. */
export interface Unchanged {
  /** Nothing of the cloud functions changed. */
  functions?: boolean
  /** Nothing changed that the type of a script may come from. */
  types?: boolean
}

/** Checks a project, and again after changes, when only what changed is looked at anew. */
export class ProjectChecker {
  readonly #miniProgram: MiniProgramChecker
  readonly #types: boolean
  #ofFunctions: { functions: InspectedFunction[]; problems: Problem[] } | undefined
  #ofTypes: Problem[] | undefined

  constructor(
    readonly root: string,
    { types = true }: CheckOptions = {},
  ) {
    this.#types = types
    this.#miniProgram = new MiniProgramChecker(root, { types })
  }

  async check(unchanged: Unchanged = {}): Promise<CheckResult> {
    const [ofFunctions, ofTypes, ofMiniProgram, ofEnvironments] = await Promise.all([
      (unchanged.functions && this.#ofFunctions) || this.#checkFunctions(),
      (unchanged.types && this.#ofTypes) || this.#checkTypes(),
      this.#miniProgram.check(),
      checkEnvironments(this.root),
    ])
    this.#ofFunctions = ofFunctions
    this.#ofTypes = ofTypes
    const problems = [
      ...ofFunctions.problems,
      ...ofEnvironments,
      ...findMiniProgramSecrets(this.root),
      ...ofMiniProgram.problems,
    ]
    return {
      functions: ofFunctions.functions,
      problems: [...problems, ...withoutEchoes(ofTypes, problems)],
      checked: ofMiniProgram.checked,
    }
  }

  async #checkFunctions() {
    const { functions, problems } = await inspectFunctions(this.root)
    return { functions, problems: [...problems, ...checkRules(this.root)] }
  }

  async #checkTypes(): Promise<Problem[]> {
    return this.#types ? checkTypes(this.root) : []
  }
}
