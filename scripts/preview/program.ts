import { randomUUID } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import type { Problem } from '../project/problem'
import type { ServerState } from './client/problems'
import { codeFrame } from './code-frame'
import { type Compiled, compile } from './compile/compile'
import { openScriptCompiler } from './compile/scripts'

/** The mini program as it stands: what was compiled last, and what is wrong with its sources now. */
export interface Program {
  /** The last compilation that succeeded. */
  compiled(): Compiled | undefined
  state(): ServerState
  /**
   * Compiles anew.
   *
   * @param change `asset` if something changed that is not compiled, such as a picture
   */
  update(change?: 'source' | 'asset'): Promise<void>
  /** @returns ends it */
  onChange(listener: (state: ServerState) => void): () => void
  close(): Promise<void>
}

export function openProgram(
  root: string,
  onProblems: (problems: readonly Problem[]) => void = () => {},
): Program {
  const scriptCompiler = openScriptCompiler()
  const listeners = new Set<(state: ServerState) => void>()
  let compiled: Compiled | undefined
  let state: ServerState = { server: randomUUID(), build: 0, styles: 0, problems: [] }
  let known: readonly Problem[] = []
  let running: Promise<void> = Promise.resolve()

  const run = async (change: 'source' | 'asset') => {
    const result = await compile(root, scriptCompiler)
    const problems = 'problems' in result ? result.problems : []
    let { build, styles } = state
    if ('compiled' in result) {
      const before = compiled
      compiled = result.compiled
      if (change === 'asset' || !before || !isSameProgram(before, compiled)) build++
      if (!isDeepStrictEqual(before?.styles, compiled.styles)) styles++
    }
    state = {
      ...state,
      build,
      styles,
      problems: problems.map(problem => ({ ...problem, frame: codeFrame(root, problem) })),
    }
    for (const listener of listeners) listener(state)
    if (!isDeepStrictEqual(known, problems)) onProblems(problems)
    known = problems
  }
  return {
    compiled: () => compiled,
    state: () => state,
    update(change = 'source') {
      // one after the other, so that the last word is that of the last change
      running = running.then(() => run(change))
      return running
    },
    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async close() {
      await running
      await scriptCompiler.close()
    },
  }
}

/** Whether only styles differ, which can be swapped while it runs. */
function isSameProgram(a: Compiled, b: Compiled): boolean {
  return (
    a.templates.source === b.templates.source &&
    a.scripts.code === b.scripts.code &&
    isDeepStrictEqual(a.manifest, b.manifest)
  )
}
