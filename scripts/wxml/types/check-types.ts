import type { Problem } from '../../project/problem'
import { type Source, shownPath } from '../source'
import type { Compiled } from '../template/compile'
import type { Tag } from '../template/scan-template'
import { explain } from './explain'
import type { TemplateContext } from './template-head'
import { checkTypeProgram } from './type-program'
import { type TypedTemplate, typeTemplate } from './typed-template'

/** A template with all that its types come from. */
export interface TemplateToCheck {
  source: Source
  tags: Tag[]
  compiled: Compiled
  context: TemplateContext
}

interface Prepared extends TemplateToCheck {
  /** In the program. */
  path: string
  typed: TypedTemplate
}

/**
 * Type-checks templates against their pages and components, in one run of the compiler.
 *
 * @returns the findings about each template, by its path; `other` holds those that keep the templates from being
 * checked at all, such as a script that cannot be parsed
 */
export async function checkTypes(
  root: string,
  templates: readonly TemplateToCheck[],
): Promise<{ found: Map<string, Problem[]>; other: Problem[] }> {
  const prepared = templates.map(template => {
    const { source, tags, compiled, context } = template
    return { ...template, path: source.path, typed: typeTemplate(source.text, tags, compiled, context) }
  })
  return check(root, prepared)
}

async function check(
  root: string,
  templates: readonly Prepared[],
): Promise<{ found: Map<string, Problem[]>; other: Problem[] }> {
  const result = { found: new Map<string, Problem[]>(), other: [] as Problem[] }
  if (templates.length === 0) return result
  const owners = new Map(
    templates.flatMap(({ context }) => [
      [context.path, context.owner] as const,
      ...[...context.components.values()].map(({ path, owner }) => [path, owner] as const),
    ]),
  )
  const findings = await checkTypeProgram(root, {
    owners: new Map([...owners].map(([path, { text }]) => [path, text])),
    templates: new Map(templates.map(({ path, typed }) => [path, typed.code])),
  })
  const byPath = new Map(templates.map(template => [template.path, template]))
  // a program that cannot be parsed is not type-checked at all
  const broken = new Set(findings.filter(({ found }) => isSyntax(found)).flatMap(({ path }) => path ?? []))
  const parsed = templates.filter(({ path }) => !broken.has(path))
  if (parsed.length < templates.length) return check(root, parsed)
  for (const template of templates) result.found.set(template.path, [])
  for (const { path, found } of findings) {
    const template = path === undefined ? undefined : byPath.get(path)
    if (template) {
      const { source, tags, context, typed } = template
      const problem = explain(source, tags, context.path, typed, found)
      if (problem) result.found.get(template.path)?.push(problem)
    } else if (isSyntax(found) || found.file === undefined) {
      const original = path === undefined ? found : { ...found, file: shownPath(`${path}.ts`) }
      result.other.push(original)
    }
  }
  return result
}

function isSyntax({ message }: Problem): boolean {
  return /\(TS1\d\d\d\)/.test(message)
}
