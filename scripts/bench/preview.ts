import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { formatBytes, formatMilliseconds, formatTable } from '../cli/table'
import { findProjectRoot } from '../project/project-root'
import { launchBrowser, servePreview } from '../screenshots'
import type { BenchOptions } from './index'
import { median, medianOf, numberFromProcess } from './measure'

const TARGET = { startMs: 1000, paintMs: 500, bytes: 250_000 }

/** What every page loads. The query builder of `wx.cloud.database()` is loaded by those who use it. */
const FILES = {
  scripts: ['shell.js', 'screen.js'],
  styles: ['shell.css', 'screen.css'],
  database: ['database.js'],
}

/** `kit bench preview`: the kit's own mini program, after a build. */
export async function run({ runs }: BenchOptions): Promise<boolean> {
  const root = findProjectRoot(__dirname)
  const start = medianOf(runs, () => startUp(root))
  const served = await servePreview(root)
  const browser = await launchBrowser()
  try {
    const { url } = served.cloud
    const paints: number[] = []
    // the first one starts the browser's own processes
    await firstPaint(browser, url)
    for (let round = 0; round < runs; round++) paints.push(await firstPaint(browser, url))
    const sizes = {
      scripts: await sizeOf(url, FILES.scripts),
      styles: await sizeOf(url, FILES.styles),
      database: await sizeOf(url, FILES.database),
    }
    return report({ start, paint: median(paints), ...sizes }, runs)
  } finally {
    await browser.close()
    await served.close()
  }
}

/** Of a whole process, in milliseconds. */
function startUp(root: string): number {
  const register = join(__dirname, '../register.js')
  const args = ['--require', register, join(__dirname, 'preview-process.ts'), root]
  return numberFromProcess(process.execPath, args, root)
}

/** From the beginning of the navigation until the home page of the mini program is painted, in milliseconds. */
async function firstPaint(browser: Browser, url: string): Promise<number> {
  const context = await browser.newContext()
  try {
    const page = await context.newPage()
    await page.goto(url)
    await page.frameLocator('iframe').locator('wx-page').waitFor()
    const screen = page.frames()[1]
    if (!screen) throw new Error('the preview has no screen')
    const began = await page.evaluate('performance.timeOrigin')
    const painted = await screen.evaluate(PAINTED)
    return Number(painted) - Number(began)
  } finally {
    await context.close()
  }
}

/** Code for the browser: the time of the screen's first paint with content. */
const PAINTED = `new Promise(resolve => {
  const entries = list => {
    const paint = list.getEntriesByName('first-contentful-paint')[0]
    if (paint) resolve(performance.timeOrigin + paint.startTime)
  }
  new PerformanceObserver(entries).observe({ type: 'paint', buffered: true })
})`

async function sizeOf(url: string, files: readonly string[]): Promise<number> {
  const texts = files.map(async file => (await fetch(`${url}/preview/${file}`)).arrayBuffer())
  return (await Promise.all(texts)).reduce((sum, { byteLength }) => sum + byteLength, 0)
}

type Figures = Record<'start' | 'paint' | 'scripts' | 'styles' | 'database', number>

function report({ start, paint, scripts, styles, database }: Figures, runs: number): boolean {
  const rows: [what: string, figure: string, target: string, met: boolean | undefined][] = [
    row('start to ready, whole process', start, TARGET.startMs, formatMilliseconds),
    row('home page painted in the browser', paint, TARGET.paintMs, formatMilliseconds),
    row('scripts, minified', scripts, TARGET.bytes, formatBytes),
    ['styles, minified', formatBytes(styles), '', undefined],
    ['query builder of wx.cloud.database(), where it is used', formatBytes(database), '', undefined],
  ]
  const columns = [
    { title: `preview, ${runs} starts` },
    { title: 'measured', align: 'right' as const },
    { title: 'at most', align: 'right' as const },
    { title: '' },
  ]
  const words = (met: boolean | undefined) => (met === undefined ? '' : met ? 'met' : 'missed')
  const lines = rows.map(([what, figure, target, met]) => [what, figure, target, words(met)])
  process.stdout.write(`${formatTable(columns, lines)}\n`)
  return rows.every(([, , , met]) => met !== false)
}

function row(
  what: string,
  value: number,
  most: number,
  format: (value: number) => string,
): [string, string, string, boolean] {
  return [what, format(value), format(most), value <= most]
}
