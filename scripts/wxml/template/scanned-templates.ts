import type { MiniProgramFiles } from '../../project/mini-program'
import { resolveReference } from '../../project/references'
import {
  attributeOf,
  expressionsIn,
  isDynamic,
  type ScannedTemplate,
  scanTemplate,
  type Tag,
  type TemplateExpression,
} from './scan-template'

/** The templates of a mini program, scanned once each. */
export class ScannedTemplates {
  readonly #scanned = new Map<string, ScannedTemplate>()

  constructor(readonly files: MiniProgramFiles) {}

  /** @param path with `.wxml`; of a file that is there */
  tags(path: string): Tag[] {
    return this.#scan(path).tags
  }

  /** Those in the text first. @param path as for `tags()` */
  expressions(path: string): TemplateExpression[] {
    return expressionsIn(this.#scan(path))
  }

  #scan(path: string): ScannedTemplate {
    const scanned = this.#scanned.get(path) ?? scanTemplate(this.files.text(path))
    this.#scanned.set(path, scanned)
    return scanned
  }

  /** The template and all that it imports and includes, those that are there. */
  withImports(path: string): Set<string> {
    const seen = new Set<string>()
    const visit = (file: string) => {
      if (seen.has(file) || !this.files.has(file)) return
      seen.add(file)
      for (const tag of this.tags(file)) {
        const target = importedBy(file, tag)
        if (target !== undefined) visit(target)
      }
    }
    visit(path)
    return seen
  }

  /** Every tag that a page or component shows, and every component that it hands on as a generic. */
  tagsUsedBy(unit: string): Set<string> {
    const files = [...this.withImports(`${unit}.wxml`)]
    return new Set(
      files.flatMap(file =>
        this.tags(file).flatMap(({ name, attributes }) => [
          name,
          ...attributes
            .filter(attribute => attribute.name.startsWith('generic:'))
            .map(({ value = '' }) => value),
        ]),
      ),
    )
  }
}

/** The template that `<import src>` or `<include src>` leads to; `.wxml` may be left out. */
export function importedBy(from: string, tag: Tag): string | undefined {
  if (tag.name !== 'import' && tag.name !== 'include') return undefined
  const src = attributeOf(tag, 'src')?.value
  if (!src || isDynamic(src)) return undefined
  const path = resolveReference(from, src)
  return path.endsWith('.wxml') ? path : `${path}.wxml`
}
