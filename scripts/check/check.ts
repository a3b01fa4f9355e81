import { FUNCTIONS_DIR } from '../project/cloud-functions'
import type { Problem } from '../project/problem'
import { typeCheck } from '../project/type-check'
import { type InspectedFunction, inspectFunctions } from './inspect-functions'
import { checkMiniProgram } from './mini-program'
import { checkRules } from './rules'

/** What `kit check` found. */
export interface CheckResult {
  functions: InspectedFunction[]
  problems: Problem[]
}

/** Everything that can be told about a project without running it. Writes nothing. */
export async function check(root: string, options: { types?: boolean } = {}): Promise<CheckResult> {
  const [{ functions, problems }, typeProblems] = await Promise.all([
    inspectFunctions(root),
    (options.types ?? true) ? typeCheck(root, FUNCTIONS_DIR) : [],
  ])
  return {
    functions,
    problems: [...problems, ...typeProblems, ...checkRules(root), ...checkMiniProgram(root)],
  }
}
