import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { formatMilliseconds, formatTable } from '../cli/table'
import { MINI_PROGRAM_DIR } from '../project/mini-program'
import { findProjectRoot } from '../project/project-root'
import type { BenchOptions } from './index'
import { medianOf, timeProcess } from './measure'

const PAGES = 100

const TARGET_MS = { kit: 1500, pages: 4000 }

/** `kit bench templates`: the checks of templates, styles and JSON, for the kit and for 100 pages like its own. */
export async function run({ runs }: BenchOptions): Promise<boolean> {
  const kitRoot = findProjectRoot(__dirname)
  const dir = mkdtempSync(join(tmpdir(), 'kit-bench-'))
  try {
    const kit = join(dir, 'kit')
    const large = join(dir, 'large')
    copyProject(kitRoot, kit)
    copyProject(kitRoot, large)
    multiplyPages(large, PAGES)
    return report(measureProject(kit, runs), measureProject(large, runs), runs)
  } finally {
    rmSync(dir, { recursive: true, force: true })
  }
}

interface Figures {
  /** In milliseconds, of whole processes. */
  first: number
  again: number
  onePage: number
}

function measureProject(root: string, runs: number): Figures {
  const script = `require(${JSON.stringify(join(__dirname, '../wxml'))}).checkMiniProgram(${JSON.stringify(root)}).then(found => { if (found.length > 0) throw new Error(JSON.stringify(found.slice(0, 5))) })`
  const check = () =>
    timeProcess(process.execPath, ['--require', join(__dirname, '../register.js'), '-e', script], root)
  const forget = () => rmSync(join(root, 'dist'), { recursive: true, force: true })
  const template = join(root, MINI_PROGRAM_DIR, 'pages/home/home.wxml')
  const text = readFileSync(template, 'utf8')
  let round = 0
  const change = () => writeFileSync(template, `${text}<!-- ${++round} -->\n`)
  check() // keeps the kit's own code compiled
  return {
    first: medianOf(runs, check, forget),
    again: medianOf(runs, check),
    onePage: medianOf(runs, check, change),
  }
}

function copyProject(kitRoot: string, root: string): void {
  mkdirSync(root)
  for (const path of [
    'package.json',
    'tsconfig.base.json',
    'project.config.json',
    MINI_PROGRAM_DIR,
    'cloudfunctions',
  ])
    cpSync(join(kitRoot, path), join(root, path), { recursive: true })
  symlinkSync(join(kitRoot, 'node_modules'), join(root, 'node_modules'), 'junction')
}

/** Copies the pages of a project under new names until there are so many. */
function multiplyPages(root: string, count: number): void {
  const app = join(root, MINI_PROGRAM_DIR, 'app.json')
  const config = JSON.parse(readFileSync(app, 'utf8')) as { pages: string[] }
  const originals = readdirSync(join(root, MINI_PROGRAM_DIR, 'pages'))
  for (let index = 0; config.pages.length < count; index++) {
    const original = originals[index % originals.length] ?? ''
    const name = `${original}${index}`
    const [from, to] = [original, name].map(page => join(root, MINI_PROGRAM_DIR, 'pages', page)) as [
      string,
      string,
    ]
    cpSync(from, to, { recursive: true })
    for (const file of readdirSync(to).filter(one => one.startsWith(`${original}.`)))
      cpSync(join(to, file), join(to, file.replace(original, name)))
    for (const file of readdirSync(to).filter(one => one.startsWith(`${original}.`))) rmSync(join(to, file))
    config.pages.push(`pages/${name}/${name}`)
  }
  writeFileSync(app, JSON.stringify(config, null, 2))
}

function report(kit: Figures, large: Figures, runs: number): boolean {
  const row = (what: string, milliseconds: number, target?: number) => {
    const met = target === undefined || milliseconds <= target
    return {
      met,
      cells: [
        what,
        formatMilliseconds(milliseconds),
        target === undefined ? '' : `<= ${formatMilliseconds(target)}`,
        target === undefined ? '' : met ? 'met' : 'MISSED',
      ],
    }
  }
  const rows = [
    row('the kit, for the first time', kit.first, TARGET_MS.kit),
    row('the kit, nothing changed', kit.again),
    row('the kit, one template changed', kit.onePage),
    row(`${PAGES} pages, for the first time`, large.first, TARGET_MS.pages),
    row(`${PAGES} pages, nothing changed`, large.again),
    row(`${PAGES} pages, one template changed`, large.onePage),
  ]
  process.stdout.write(
    `Templates, styles and JSON of the mini program, median of ${runs} runs, Node ${process.version}\n\n${formatTable(
      [{ title: 'what' }, { title: 'figure', align: 'right' }, { title: 'target' }, { title: '' }],
      rows.map(({ cells }) => cells),
    )}\n`,
  )
  return rows.every(({ met }) => met)
}
