import type { Problem } from '../project/problem'
import { bundleClient } from './client-bundle'
import { openProgram } from './program'
import { createSite } from './site'
import { watchSources } from './watch-sources'

export interface PreviewOptions {
  /** The root of the project, which holds `miniprogram/`. */
  root: string
  /** Told what each compilation found, if that is not what the one before found; none when it was mended. */
  onProblems?(problems: readonly Problem[]): void
}

/** The mini program in a browser. It serves itself over whatever server it is put into. */
export interface Preview {
  /** The answer to a request; undefined if there is nothing at its address. */
  site(request: Request): Promise<Response | undefined>
  /** Stops watching the sources. */
  close(): Promise<void>
}

/**
 * Compiles the mini program, and again whenever a source changes. Resolves after the first compilation, whether it
 * succeeded or not: a page that does not compile is shown as what is wrong with it.
 *
 * ```ts
 * const preview = await createPreview({ root })
 * const cloud = await startLocalCloud({ functionsDir, site: preview.site })
 * ```
 */
export async function createPreview({ root, onProblems }: PreviewOptions): Promise<Preview> {
  const program = openProgram(root, onProblems)
  // from the beginning: an edit during the first compilation counts, too
  const stopWatching = watchSources(root, change => void program.update(change))
  const [files] = await Promise.all([bundleClient(), program.update()])
  return {
    site: createSite({ root, program, files }),
    async close() {
      stopWatching()
      await program.close()
    },
  }
}
