import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { KitError } from '../project/kit-error'
import { launchBrowser } from './browser/launch-browser'
import { addSampleData } from './sample-data'
import { scenes, wholeWindow } from './scenes'
import { servePreview } from './serve-preview'

export interface ScreenshotOptions {
  /** The root of the project, whose functions are built. */
  root: string
  /** Where `<page>.png` and `preview.png` are written. */
  outDir: string
  /** Names, such as `home`, or `preview` for the whole window; all by default. */
  names?: readonly string[]
  theme?: 'light' | 'dark'
  /** Of the phone, in px. */
  width?: number
  onProgress?(doing: string): void
}

/** Name of the picture of the whole window. */
const WHOLE = 'preview'
/** Room for the phone in its full height. */
const WINDOW = { width: 1180, height: 960 }
const SCALE = 2

/**
 * Takes a picture of each page in the browser preview, against a local cloud with sample data.
 *
 * @returns the files
 * @throws KitError `usage` for a page that is not there, `tool-missing` without a browser
 */
export async function takeScreenshots(options: ScreenshotOptions): Promise<string[]> {
  const { root, outDir, theme = 'light', width, onProgress } = options
  const names = chosenNames(root, options.names)
  onProgress?.('starting the preview')
  const served = await servePreview(root)
  try {
    await addSampleData(served.cloud)
    const browser = await launchBrowser()
    try {
      const picture = await makePicture(browser)
      mkdirSync(outDir, { recursive: true })
      const files: string[] = []
      for (const name of names) {
        onProgress?.(`${name} (${files.length + 1} of ${names.length})`)
        const context = await browser.newContext({
          colorScheme: theme,
          reducedMotion: 'reduce',
          viewport: WINDOW,
          deviceScaleFactor: SCALE,
        })
        const page = await context.newPage()
        await showPage(page, served.cloud.url, name, width, picture)
        const path = join(outDir, `${name}.png`)
        const clip = name === WHOLE ? undefined : await phoneScreen(page)
        await page.screenshot({ path, animations: 'disabled', ...(clip && { clip }) })
        files.push(path)
        await context.close()
      }
      return files
    } finally {
      await browser.close()
    }
  } finally {
    await served.close()
  }
}

async function showPage(
  page: Page,
  url: string,
  name: string,
  width: number | undefined,
  picture: Buffer,
): Promise<void> {
  await page.goto(name === WHOLE ? url : `${url}/#pages/${name}/${name}`)
  if (width) await page.getByLabel('手机宽度').selectOption(String(width))
  const screen = page.frameLocator('iframe')
  await screen.locator('.page-view').first().waitFor()
  const scene = name === WHOLE ? wholeWindow : scenes[name]
  await scene?.(screen, { page, picture })
  // a button that was tapped, and pictures that are still being drawn
  await page.mouse.move(0, 0)
  await page.waitForLoadState('networkidle')
}

interface Box {
  x: number
  y: number
  width: number
  height: number
}

/** The phone stands in the middle of its part of the window: on whole dots of the picture it is as wide as it says. */
async function phoneScreen(page: Page): Promise<Box> {
  const box = await page.locator('iframe').boundingBox()
  if (!box) throw new Error('the preview shows no phone')
  const onDot = (px: number) => Math.round(px * SCALE) / SCALE
  return { ...box, x: onDot(box.x), y: onDot(box.y) }
}

function chosenNames(root: string, asked: readonly string[] = []): string[] {
  const { pages } = JSON.parse(readFileSync(join(root, 'miniprogram/app.json'), 'utf8')) as {
    pages: string[]
  }
  const known = [...pages.map(path => path.split('/')[1] ?? ''), WHOLE]
  const unknown = asked.find(name => !known.includes(name))
  if (unknown !== undefined)
    throw new KitError('usage', `there is no page "${unknown}"; there are: ${known.join(', ')}`)
  return known.filter(name => asked.length === 0 || asked.includes(name))
}

/** A picture of nothing in particular, for the page that uploads one. */
async function makePicture(browser: Browser): Promise<Buffer> {
  const page = await browser.newPage({ viewport: { width: 600, height: 400 } })
  await page.setContent(
    '<body style="margin:0;height:100vh;background:radial-gradient(circle at 72% 30%, #ffe8a3 0 9%, transparent 10%),' +
      'linear-gradient(165deg, transparent 62%, #2f6b4f 62.5%), linear-gradient(200deg, transparent 55%, #5d9c78 55.5%),' +
      'linear-gradient(#a9d3e8, #f3e9d2)">',
  )
  const picture = await page.screenshot()
  await page.close()
  return picture
}
