import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Problem } from '../project/problem'
import { writeWhole } from '../project/write-whole'
import { stampOutputs } from './fingerprint'

/** What a build leaves for the next one: `dist/.build-state.json`. */
export interface BuildState {
  /** Absent while the output is being replaced, or does not hold all functions. */
  done?: { inputs: string; outputs: string; problems: Problem[] }
  /** Folders in the output that are not ours and were reported: once is enough. */
  reportedForeign: string[]
}

const OUTPUT_DIRS = ['dist/cloudfunctions', 'dist/packages', 'dist/maps']

/** Reads the state; an empty one if there is none yet, or a full disk cut it off. */
export function readState(distDir: string): BuildState {
  try {
    return JSON.parse(readFileSync(stateFile(distDir), 'utf8')) as BuildState
  } catch (error) {
    if (error instanceof SyntaxError || (error as NodeJS.ErrnoException).code === 'ENOENT')
      return { reportedForeign: [] }
    throw error
  }
}

/** Called before the first output file changes, so that a build that is killed is never taken for a finished one. */
export function forgetState(distDir: string): void {
  rmSync(stateFile(distDir), { force: true })
}

export function writeState(distDir: string, state: BuildState): void {
  writeWhole(stateFile(distDir), JSON.stringify(state))
}

/** What a finished build of all functions is known by. */
export function describeDone(
  root: string,
  inputs: string,
  problems: Problem[],
): NonNullable<BuildState['done']> {
  return { inputs, outputs: stampOutputs(root, OUTPUT_DIRS), problems }
}

/** Whether the output is still that of the last build, and the sources too. */
export function isUpToDate(root: string, state: BuildState, inputs: string): boolean {
  return state.done?.inputs === inputs && state.done.outputs === stampOutputs(root, OUTPUT_DIRS)
}

function stateFile(distDir: string): string {
  return join(distDir, '.build-state.json')
}
