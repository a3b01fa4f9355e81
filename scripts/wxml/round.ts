import { isForeign, type MiniProgramFiles } from '../project/mini-program'
import type { Problem } from '../project/problem'
import { checkComponents } from './check-components'
import { checkImports } from './check-imports'
import { checkSizes } from './check-size'
import { checkStyleReferences, checkStyleSyntax } from './check-styles'
import { checkWxs } from './check-wxs'
import { type ContentCache, keyOf } from './content-cache'
import { checkJson } from './json/check-json'
import type { JsonFiles } from './json/json-files'
import { memberOf, membersOf } from './json/members'
import type { App } from './json/read-app'
import { Owners } from './owners'
import { shownPath, sourceOf } from './source'
import { checkCalls, modulesOf } from './template/check-calls'
import { checkReferences } from './template/check-references'
import { checkTags } from './template/check-tags'
import { type Compiled, compileTemplate } from './template/compile'
import { attributeOf } from './template/scan-template'
import { ScannedTemplates } from './template/scanned-templates'
import { checkTypes, type TemplateToCheck } from './types/check-types'
import { componentsOf, findUnits, type Unit } from './units'

/** One look at all files of a mini program. What the cache knows is not looked at again. */
export class Round {
  readonly checked = new Set<string>()
  readonly #units: Unit[]
  readonly #templates: ScannedTemplates
  readonly #pages: Set<string>

  constructor(
    readonly root: string,
    readonly cache: ContentCache,
    readonly files: MiniProgramFiles,
    readonly jsons: JsonFiles,
    readonly app: App,
  ) {
    this.#units = findUnits(files, jsons, app)
    this.#templates = new ScannedTemplates(files)
    this.#pages = new Set(app.pages.map(({ path }) => path))
  }

  checkStructure(): Problem[] {
    const { files, jsons, app } = this
    return [
      ...checkJson(files, jsons, app, this.#units),
      ...checkComponents(files, jsons, app, this.#units, this.#templates),
      ...checkSizes(files, app),
      ...this.#checkTags(),
      ...this.#checkCalls(),
      ...this.#ownFiles('.wxml').flatMap(path =>
        checkReferences(sourceOf(files, path), this.#templates, this.#pages, this.#isUnit(path)),
      ),
    ]
  }

  /** Each template with the components of everyone who shows it, if all of them can be told. */
  #checkTags(): Problem[] {
    const ofApp = componentsOf(this.files, this.app.source).map(({ tag }) => tag)
    const declared = new Map<string, Set<string>>()
    const unclear = new Set<string>()
    for (const unit of this.#units)
      for (const path of this.#templates.withImports(`${unit.path}.wxml`)) {
        const tags = declared.get(path) ?? new Set(ofApp)
        for (const tag of declaredBy(unit)) tags.add(tag)
        declared.set(path, tags)
        if (this.jsons.isBroken(`${unit.path}.json`)) unclear.add(path)
      }
    return [...declared].flatMap(([path, tags]) =>
      unclear.has(path) ? [] : checkTags(sourceOf(this.files, path), this.#templates.tags(path), tags),
    )
  }

  /** Each template with the modules of everyone who shows it: what `<include>` brings in may take them for its own. */
  #checkCalls(): Problem[] {
    const own = this.#ownFiles('.wxml')
    const modules = new Map(own.map(path => [path, new Set<string>()]))
    for (const path of own)
      for (const shown of this.#templates.withImports(path))
        for (const name of modulesOf(this.#templates.tags(path))) modules.get(shown)?.add(name)
    return own.flatMap(path =>
      checkCalls(
        sourceOf(this.files, path),
        this.#templates.expressions(path),
        modules.get(path) ?? new Set(),
      ),
    )
  }

  checkScripts(): Problem[] {
    const { files } = this
    const inFiles = this.#ownFiles('.wxs').flatMap(path => {
      const source = sourceOf(files, path)
      return checkWxs(source, { text: source.text, offset: 0 }, files)
    })
    const inTemplates = this.#ownFiles('.wxml').flatMap(path =>
      this.#templates
        .tags(path)
        .flatMap(tag =>
          tag.script && !attributeOf(tag, 'src') ? checkWxs(sourceOf(files, path), tag.script, files) : [],
        ),
    )
    return [...inFiles, ...inTemplates]
  }

  checkImports(): Problem[] {
    const { files, app } = this
    return [...this.#ownFiles('.ts'), ...this.#ownFiles('.js')]
      .filter(path => !path.endsWith('.d.ts'))
      .flatMap(path => checkImports(sourceOf(files, path), files, app.aliases))
  }

  async checkStyles(): Promise<Problem[]> {
    const found = this.#ownFiles('.wxss').map(async path => {
      const source = sourceOf(this.files, path)
      const key = keyOf(['style', path, source.text])
      const known = this.cache.get(key)
      const syntax = known ?? (await checkStyleSyntax(source))
      if (!known) {
        this.cache.set(key, syntax)
        this.checked.add(shownPath(path))
      }
      return [...syntax, ...checkStyleReferences(source, this.files)]
    })
    return (await Promise.all(found)).flat()
  }

  async checkTemplates({ types = true }: { types?: boolean }): Promise<Problem[]> {
    const compiled = new Map<string, Compiled>()
    const syntax = this.#ownFiles('.wxml').map(path => [path, this.#checkSyntax(path, compiled)] as const)
    const broken = new Set(syntax.filter(([, problems]) => problems.length > 0).map(([path]) => path))
    const ofTypes = types ? await this.#checkTypes(broken, compiled) : []
    return [...syntax.flatMap(([, problems]) => problems), ...ofTypes]
  }

  #checkSyntax(path: string, compiled: Map<string, Compiled>): Problem[] {
    const source = sourceOf(this.files, path)
    const key = keyOf(['template', path, source.text])
    const known = this.cache.get(key)
    if (known) return known
    const template = compileTemplate(source)
    compiled.set(path, template)
    this.cache.set(key, template.problems)
    this.checked.add(shownPath(path))
    return template.problems
  }

  async #checkTypes(
    broken: ReadonlySet<string>,
    compiled: ReadonlyMap<string, Compiled>,
  ): Promise<Problem[]> {
    const owners = new Owners(this.files)
    const shared = owners.sharedKey(this.root, this.#pages)
    const ofApp = componentsOf(this.files, this.app.source)
    const problems: Problem[] = []
    const waiting: (TemplateToCheck & { key: string })[] = []
    for (const unit of this.#units) {
      const path = `${unit.path}.wxml`
      const context = broken.has(path) ? undefined : owners.contextOf(unit, ofApp)
      if (!context) continue
      const source = sourceOf(this.files, path)
      const components = [...context.components].map(([tag, component]) => `${tag} ${component.path}`)
      const key = keyOf(['types', path, source.text, owners.textOf(unit.path), shared, ...components])
      const known = this.cache.get(key)
      if (known) problems.push(...known)
      else
        waiting.push({
          key,
          source,
          tags: this.#templates.tags(path),
          compiled: compiled.get(path) ?? compileTemplate(source),
          context,
        })
    }
    const { found, other } = await checkTypes(this.root, waiting)
    for (const { key, source } of waiting) {
      const ofTemplate = found.get(source.path)
      this.checked.add(shownPath(source.path))
      if (!ofTemplate) continue
      problems.push(...ofTemplate)
      if (other.length === 0) this.cache.set(key, ofTemplate)
    }
    return [...owners.problems, ...problems, ...other]
  }

  #ownFiles(ending: string): string[] {
    return this.files.endingWith(ending).filter(path => !isForeign(path))
  }

  #isUnit(path: string): boolean {
    return this.#units.some(unit => `${unit.path}.wxml` === path)
  }
}

/** The tags that a unit may use: its components, and the generics that its user names. */
function declaredBy({ components, json }: Unit): string[] {
  const generics = membersOf(memberOf(json?.root, 'componentGenerics')).map(({ key }) => key)
  return [...components.map(({ tag }) => tag), ...generics]
}
