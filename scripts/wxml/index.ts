import type { Problem } from '../project/problem'
import { MiniProgramChecker } from './checker'

export { type MiniProgramCheck, MiniProgramChecker } from './checker'

/**
 * Reads every template, style sheet, script and configuration file of a mini program and says what is wrong with them
 * and between them. A project without a mini program has nothing to find.
 */
export async function checkMiniProgram(root: string): Promise<Problem[]> {
  return (await new MiniProgramChecker(root).check()).problems
}
