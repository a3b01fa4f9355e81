import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** The folder of the sources, from the root of the project. */
export const MINI_PROGRAM_DIR = 'miniprogram'

/** The files of a mini program, by their path from its folder (`pages/home/home.wxml`). A snapshot: texts are read once. */
export class MiniProgramFiles {
  readonly #texts = new Map<string, string>()

  constructor(
    readonly dir: string,
    /** In bytes. */
    readonly sizes: ReadonlyMap<string, number>,
  ) {}

  has(path: string): boolean {
    return this.sizes.has(path)
  }

  /** Every path that ends like this, sorted. */
  endingWith(ending: string): string[] {
    return [...this.sizes.keys()].filter(path => path.endsWith(ending)).sort()
  }

  /** The text of a file that is there. */
  text(path: string): string {
    let text = this.#texts.get(path)
    if (text === undefined) {
      text = readFileSync(join(this.dir, path), 'utf8')
      this.#texts.set(path, text)
    }
    return text
  }
}

/** Lists the mini program of a project; one without any has no files. */
export function listMiniProgram(root: string): MiniProgramFiles {
  const dir = join(root, MINI_PROGRAM_DIR)
  return new MiniProgramFiles(dir, new Map(existsSync(dir) ? sizesBelow(dir, '') : []))
}

function sizesBelow(dir: string, folder: string): [string, number][] {
  return readdirSync(join(dir, folder), { withFileTypes: true }).flatMap(entry => {
    const path = `${folder}${entry.name}`
    if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : sizesBelow(dir, `${path}/`)
    return [[path, statSync(join(dir, path)).size] as [string, number]]
  })
}

/** The folder into which DevTools packs npm packages (Tools > Build npm). */
export const NPM_DIR = 'miniprogram_npm'

/** Whether a file belongs to a package, and is not the project's own. */
export function isForeign(path: string): boolean {
  return path.split('/').some(folder => folder === NPM_DIR || folder === 'node_modules')
}
