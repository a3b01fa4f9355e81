import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Contract } from '../../../cloudfunctions/contract'
import type { LocalCloud } from '../../../scripts/local-cloud'
import { type ServedPreview, servePreview } from '../../../scripts/screenshots'
import { buildFunctions } from '../../cloudfunctions/support/build-functions'
import { KIT_ROOT } from '../../scripts/support/projects'

/** A local cloud with the preview, as `npm start` serves them; on a free port. */
export interface TestPreview extends Pick<LocalCloud, 'database' | 'storage' | 'sent' | 'url'> {
  /** A copy of the kit, whose mini program a test may edit. */
  readonly root: string
}

/** Serves a copy of the mini program, with these functions, to a test file. Each test finds an empty cloud. */
export function usePreview(...names: (keyof Contract)[]): TestPreview {
  let root: string
  let served: ServedPreview | undefined
  const cloud = (): LocalCloud => {
    if (!served) throw new Error('the preview is there within tests only')
    return served.cloud
  }
  beforeAll(async () => {
    root = await buildFunctions(names)
    cpSync(join(KIT_ROOT, 'miniprogram'), join(root, 'miniprogram'), { recursive: true })
    served = await servePreview(root)
  }, 60_000)
  beforeEach(() => served?.reset())
  afterAll(async () => {
    await served?.close()
    if (root) rmSync(root, { recursive: true, force: true, maxRetries: 5 })
  }, 30_000)
  return {
    get root() {
      return root
    },
    get url() {
      return cloud().url
    },
    get database() {
      return cloud().database
    },
    get storage() {
      return cloud().storage
    },
    sent: () => cloud().sent(),
  }
}
