import { FUNCTIONS_DIR } from '../project/cloud-functions'
import type { Problem } from '../project/problem'
import { typeCheck } from '../project/type-check'
import { MiniProgramChecker } from '../wxml'
import { checkEnvironments } from './environments'
import { type InspectedFunction, inspectFunctions } from './inspect-functions'
import { findMiniProgramSecrets } from './mini-program'
import { checkRules } from './rules'

/** What `kit check` found. */
export interface CheckResult {
  functions: InspectedFunction[]
  problems: Problem[]
  /** The templates and style sheets that were looked at anew; the others are as they were before. */
  checked: string[]
}

export interface CheckOptions {
  /** Whether to type-check the functions and the templates. @default true */
  types?: boolean
}

/** Everything that can be told about a project without running it. Changes no source. */
export function check(root: string, options: CheckOptions = {}): Promise<CheckResult> {
  return new ProjectChecker(root, options).check()
}

/** Checks a project, and again after changes, when only what changed is looked at anew. */
export class ProjectChecker {
  readonly #miniProgram: MiniProgramChecker
  readonly #types: boolean
  #functions: { functions: InspectedFunction[]; problems: Problem[] } | undefined

  constructor(
    readonly root: string,
    { types = true }: CheckOptions = {},
  ) {
    this.#types = types
    this.#miniProgram = new MiniProgramChecker(root, { types })
  }

  /** @param sameFunctions that nothing of the cloud functions changed since the last time */
  async check({ sameFunctions = false } = {}): Promise<CheckResult> {
    const [ofFunctions, ofMiniProgram, ofEnvironments] = await Promise.all([
      sameFunctions && this.#functions ? this.#functions : this.#checkFunctions(),
      this.#miniProgram.check(),
      checkEnvironments(this.root),
    ])
    this.#functions = ofFunctions
    return {
      functions: ofFunctions.functions,
      problems: [
        ...ofFunctions.problems,
        ...ofEnvironments,
        ...findMiniProgramSecrets(this.root),
        ...ofMiniProgram.problems,
      ],
      checked: ofMiniProgram.checked,
    }
  }

  async #checkFunctions() {
    const [{ functions, problems }, typeProblems] = await Promise.all([
      inspectFunctions(this.root),
      this.#types ? typeCheck(this.root, FUNCTIONS_DIR) : [],
    ])
    return { functions, problems: [...problems, ...typeProblems, ...checkRules(this.root)] }
  }
}
