import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { BrowserContextOptions, FrameLocator, Page } from 'playwright-core'
import { type LocalCloud, startLocalCloud } from '../../../scripts/local-cloud'
import { createPreview } from '../../../scripts/preview'
import { useBrowser } from '../../e2e/support/browser'
import { type TestProject, useProjects } from '../support/projects'
import { miniProgram } from './support'

/** A mini program that is served, with a local cloud of its own. */
export interface Served {
  cloud: LocalCloud
  end(): Promise<void>
}

/** A window of a browser, and the phone's screen in it. */
export interface Shown {
  window: Page
  screen: FrameLocator
  /** Runs code where the mini program runs. */
  run<T>(code: string): Promise<T>
}

/** To be called once at the top of a test file; everything is ended after each test. */
export function useScreens() {
  const newContext = useBrowser()
  const running = new Set<Served>()
  // what watches a project ends before the project goes
  afterEach(async () => {
    await Promise.all([...running].map(({ end }) => end()))
  })
  const makeProject = useProjects()

  async function serve({ root }: TestProject, port = 0): Promise<Served> {
    const functionsDir = join(root, 'dist/cloudfunctions')
    mkdirSync(functionsDir, { recursive: true })
    const preview = await createPreview({ root })
    const cloud = await startLocalCloud({ functionsDir, port, site: preview.site })
    const served: Served = {
      cloud,
      async end() {
        running.delete(served)
        await Promise.all([cloud.stop(), preview.close()])
      },
    }
    running.add(served)
    return served
  }

  async function browse(url: string, options: BrowserContextOptions = {}): Promise<Shown> {
    const context = await newContext({ viewport: { width: 1100, height: 950 }, ...options })
    const window = await context.newPage()
    await window.goto(url)
    const run = async <T>(code: string): Promise<T> => {
      const frame = window.frames()[1]
      if (!frame) throw new Error('there is no screen')
      return (await frame.evaluate(code)) as T
    }
    return { window, screen: window.frameLocator('iframe'), run }
  }

  return {
    makeMiniProgram: (files: Record<string, string> = {}) => makeProject(miniProgram(files)),
    serve,
    browse,
    /** @param at what follows the server's address, such as `#pages/b/b` */
    async show(files: Record<string, string>, options: BrowserContextOptions = {}, at = '') {
      const project = makeProject(miniProgram(files))
      const { cloud } = await serve(project)
      const shown = await browse(`${cloud.url}/${at}`, options)
      await shown.screen.locator('.page-view').first().waitFor()
      return { ...shown, write: project.write }
    },
  }
}
