import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { FUNCTIONS_DIR } from '../project/cloud-functions'
import { isForeign, type MiniProgramFiles } from '../project/mini-program'
import type { Problem } from '../project/problem'
import { resolveReference } from '../project/references'
import { keyOf } from './content-cache'
import { problemAt, sourceOf } from './source'
import { type Owner, readOwner } from './types/read-owner'
import type { TemplateContext } from './types/template-head'
import type { ComponentUse, Unit } from './units'

const SCRIPTS = ['.ts', '.js']
const IMPORT = /\b(?:from|import|require)\b\s*\(?\s*['"](\.[^'"]+)['"]/g

/** The scripts of pages and components, read once each. */
export class Owners {
  /** Scripts that cannot be parsed. */
  readonly problems: Problem[] = []
  readonly #owners = new Map<string, Owner | undefined>()

  constructor(readonly files: MiniProgramFiles) {}

  /** @param path `pages/home/home` */
  get(path: string): Owner | undefined {
    if (!this.#owners.has(path)) this.#owners.set(path, this.#read(path))
    return this.#owners.get(path)
  }

  #read(path: string): Owner | undefined {
    const script = this.#scriptOf(path)
    if (script === undefined) return undefined
    const owner = readOwner(script, this.files.text(script))
    if (!owner || !('error' in owner)) return owner
    const { message, offset } = owner.error
    this.problems.push(problemAt(sourceOf(this.files, script), offset, { rule: 'script-syntax', message }))
    return undefined
  }

  /** Undefined if the types of the page or component cannot be told. */
  contextOf({ path, components }: Unit, global: readonly ComponentUse[]): TemplateContext | undefined {
    const owner = this.get(path)
    if (!owner) return undefined
    const known = new Map<string, { path: string; owner: Owner }>()
    for (const { tag, target } of [...global, ...components]) {
      known.delete(tag)
      const component = target.kind === 'own' ? this.get(target.path) : undefined
      if (target.kind === 'own' && component) known.set(tag, { path: target.path, owner: component })
    }
    return { path, owner, components: known }
  }

  /**
   * A key for all that the types of more than one template may come from: every script and every declaration but the
   * scripts of pages that no other script imports, and the cloud functions, whose types the contract brings along.
   */
  sharedKey(root: string, pages: ReadonlySet<string>): string {
    const scripts = SCRIPTS.flatMap(ending => this.files.endingWith(ending)).filter(path => !isForeign(path))
    const imported = new Set(
      scripts.flatMap(path =>
        [...this.files.text(path).matchAll(IMPORT)].map(([, reference = '']) =>
          resolveReference(path, reference),
        ),
      ),
    )
    const isPrivate = (path: string) => pages.has(path) && !imported.has(path)
    const shared = scripts.filter(path => !isPrivate(path.replace(/\.[jt]s$/, '')))
    return keyOf([
      ...shared.flatMap(path => [path, this.files.text(path)]),
      ...(this.files.has('tsconfig.json') ? [this.files.text('tsconfig.json')] : []),
      ...textIn(join(root, 'tsconfig.base.json')),
      ...textsBelow(join(root, FUNCTIONS_DIR)),
    ])
  }

  /** The text of the script of a page or component. */
  textOf(path: string): string {
    const script = this.#scriptOf(path)
    return script === undefined ? '' : this.files.text(script)
  }

  #scriptOf(path: string): string | undefined {
    return SCRIPTS.map(ending => path + ending).find(file => this.files.has(file))
  }
}

function textIn(file: string): string[] {
  return existsSync(file) ? [readFileSync(file, 'utf8')] : []
}

function textsBelow(dir: string): string[] {
  if (!existsSync(dir)) return []
  return readdirSync(dir, { withFileTypes: true }).flatMap(entry => {
    const path = join(dir, entry.name)
    if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : textsBelow(path)
    return /\.ts$|^tsconfig\.json$/.test(entry.name) ? [path, readFileSync(path, 'utf8')] : []
  })
}
