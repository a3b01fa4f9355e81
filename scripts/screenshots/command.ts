import { relative, resolve } from 'node:path'
import { Command, InvalidArgumentError, Option } from 'commander'
import { build } from '../build'
import { formatProblems } from '../cli/print-problems'
import { startProgress } from '../cli/progress'
import { userPath } from '../cli/user-path'
import { KitError } from '../project/kit-error'
import { findProjectRoot } from '../project/project-root'
import { takeScreenshots } from './take-screenshots'

interface ScreenshotFlags {
  out?: string
  theme: 'light' | 'dark'
  width: number
}

const OUT_DIR = 'docs/images'
const WIDTHS = [320, 360, 375, 390, 430]

/** `kit screenshots` */
export function command(): Command {
  return new Command()
    .description(
      'Takes the pictures of the documentation: each page of the mini program as the browser preview shows it, against a ' +
        'local cloud with sample data, and the whole preview. Needs a font with Chinese characters (Debian: fonts-noto-cjk).',
    )
    .argument('[names...]', 'pages such as home, or preview for the whole window (default: all)')
    .option('--out <dir>', `where the pictures are written (default: ${OUT_DIR}/)`)
    .addOption(
      new Option('--theme <theme>', 'of the mini program').choices(['light', 'dark']).default('light'),
    )
    .option('--width <px>', `of the phone: ${WIDTHS.join(', ')}`, phoneWidth, 375)
    .action(run)
}

async function run(names: string[], { out, theme, width }: ScreenshotFlags): Promise<void> {
  const root = findProjectRoot(process.cwd())
  const outDir = out === undefined ? resolve(root, OUT_DIR) : userPath(out)
  const progress = startProgress()
  try {
    progress.say('building the functions')
    const { ok, problems } = await build({ root, types: false, zip: false })
    if (!ok) throw new KitError('tool-failed', `the functions do not build\n${formatProblems(problems)}`)
    const files = await takeScreenshots({ root, outDir, names, theme, width, onProgress: progress.say })
    progress.done()
    for (const file of files) process.stdout.write(`${relative(process.cwd(), file)}\n`)
  } finally {
    progress.done()
  }
}

function phoneWidth(text: string): number {
  const width = Number(text)
  if (!WIDTHS.includes(width)) throw new InvalidArgumentError(`It takes one of ${WIDTHS.join(', ')}.`)
  return width
}
