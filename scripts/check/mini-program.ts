import { listMiniProgram, MINI_PROGRAM_DIR } from '../project/mini-program'
import type { Problem } from '../project/problem'
import { findSecrets } from './secrets'

/** Larger files are pictures and the like. */
const READ_AT_MOST_BYTES = 1_000_000

/** Secrets in the mini program, which everyone who has it on the phone could read. */
export function findMiniProgramSecrets(root: string): Problem[] {
  const files = listMiniProgram(root)
  return findSecrets(
    [...files.sizes].map(([path, bytes]) => ({
      path: `${MINI_PROGRAM_DIR}/${path}`,
      ...(bytes > READ_AT_MOST_BYTES ? {} : { text: files.text(path) }),
    })),
  )
}
