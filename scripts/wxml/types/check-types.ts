import { MINI_PROGRAM_DIR } from '../../project/mini-program'
import type { Problem } from '../../project/problem'
import { type Source, shownPath } from '../source'
import type { Compiled } from '../template/compile'
import type { Tag } from '../template/scan-template'
import { explain } from './explain'
import type { Owner } from './read-owner'
import type { TemplateContext } from './template-head'
import { checkTypeProgram, type TypeFinding } from './type-program'
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
export async function checkTypes(root: string, templates: readonly TemplateToCheck[]): Promise<Result> {
  const prepared = templates.map(template => {
    const { source, tags, compiled, context } = template
    return { ...template, path: source.path, typed: typeTemplate(source.text, tags, compiled, context) }
  })
  return check(root, prepared)
}

interface Result {
  found: Map<string, Problem[]>
  other: Problem[]
}

async function check(root: string, templates: readonly Prepared[]): Promise<Result> {
  if (templates.length === 0) return { found: new Map(), other: [] }
  const owners = new Map(templates.flatMap(({ context }) => ownersOf(context)))
  const findings = await checkTypeProgram(root, {
    owners: new Map([...owners].map(([path, { text }]) => [path, text])),
    templates: new Map(templates.map(({ path, typed }) => [path, typed.code])),
  })
  // one file that cannot be parsed keeps the compiler from looking at the types of any
  const isBlocked = findings.every(({ found }) => isSyntax(found))
  const broken = new Set(isBlocked ? findings.flatMap(({ path }) => path ?? []) : [])
  const sound = templates.filter(
    ({ path, context }) => !broken.has(path) && !ownersOf(context).some(([owner]) => broken.has(owner)),
  )
  const other = findings.flatMap(({ path, found }) => {
    if (isAboutProgram(found)) return found
    if (!isBlocked) return []
    // the cloud functions have checks of their own
    if (path === undefined) return found.file?.startsWith(`${MINI_PROGRAM_DIR}/`) ? found : []
    // JavaScript need not be strict, and so not such as TypeScript can read
    return owners.get(path)?.isTyped ? { ...found, file: shownPath(`${path}.ts`) } : []
  })
  if (sound.length < templates.length) {
    const rest = await check(root, sound)
    return { found: rest.found, other: [...other, ...rest.other] }
  }
  return { found: explainAll(templates, findings), other }
}

function ownersOf({ path, owner, components }: TemplateContext): [path: string, owner: Owner][] {
  return [[path, owner], ...[...components.values()].map(one => [one.path, one.owner] as [string, Owner])]
}

function explainAll(
  templates: readonly Prepared[],
  findings: readonly TypeFinding[],
): Map<string, Problem[]> {
  return new Map(
    templates.map(({ path, source, tags, context, typed }) => [
      path,
      findings
        .filter(finding => finding.path === path)
        .flatMap(({ found }) => explain(source, tags, context, typed, found) ?? []),
    ]),
  )
}

/** What is wrong with the options of the compiler keeps it from checking anything. */
function isAboutProgram({ file }: Problem): boolean {
  return file === undefined || file.endsWith('.json')
}

function isSyntax({ message }: Problem): boolean {
  return /\(TS1\d\d\d\)/.test(message)
}
