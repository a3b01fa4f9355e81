import type { MiniProgramFiles } from '../project/mini-program'
import type { Problem } from '../project/problem'
import type { JsonFiles } from './json/json-files'
import { memberOf, membersOf, stringOf } from './json/members'
import type { App } from './json/read-app'
import { didYouMean, problemAt, shownPath } from './source'
import type { ScannedTemplates } from './template/scanned-templates'
import { type ComponentUse, componentsOf, type Unit } from './units'

/**
 * The components that are declared, against the files and the templates: those that are missing, and those that are
 * not used, which are uploaded and loaded all the same.
 */
export function checkComponents(
  files: MiniProgramFiles,
  jsons: JsonFiles,
  app: App,
  units: readonly Unit[],
  templates: ScannedTemplates,
): Problem[] {
  const ofApp = componentsOf(files, app.source)
  const all = [...ofApp, ...units.flatMap(({ components }) => components)]
  const tagsOf = new Map(units.map(unit => [unit, templates.tagsUsedBy(unit.path)]))
  const everyTag = new Set([...tagsOf.values()].flatMap(tags => [...tags]))
  return [
    ...all.flatMap(use => checkTarget(files, jsons, use)),
    ...units.flatMap(unit => findUnused(unit.components, tagsOf.get(unit) ?? new Set())),
    ...findUnused(ofApp, everyTag),
    // any of them may be declared in a file that could not be read
    ...(jsons.problems.length > 0 ? [] : findUndeclared(jsons, units, all)),
  ]
}

function checkTarget(files: MiniProgramFiles, jsons: JsonFiles, use: ComponentUse): Problem[] {
  const { target, tag, reference, source, valueNode } = use
  if (target.kind === 'foreign') return []
  if (target.kind === 'missing') {
    const components = jsons
      .all()
      .filter(({ root }) => memberOf(root, 'component'))
      .map(({ path }) => `/${path.slice(0, -'.json'.length)}`)
    const isPackage = !/^[./]/.test(reference)
    const found = problemAt(source, valueNode.offset, {
      rule: 'component-missing',
      message: `the component <${tag}> is not there: no file ${reference}.json`,
      mend:
        didYouMean(reference, components) ??
        (isPackage
          ? 'build the packages in DevTools (Tools, Build npm), or mend the path'
          : 'mend the path: a "/" first means the folder of the mini program'),
    })
    return [found]
  }
  const json = jsons.get(`${target.path}.json`)
  const lacking = ['.wxml', '.ts'].filter(
    ending => !files.has(target.path + ending) && !(ending === '.ts' && files.has(`${target.path}.js`)),
  )
  if (lacking.length > 0)
    return [
      problemAt(source, valueNode.offset, {
        rule: 'component-missing',
        message: `the component <${tag}> has no ${lacking.map(ending => shownPath(target.path + ending)).join(' and no ')}`,
      }),
    ]
  if (!json || memberOf(json.root, 'component')?.value === true) return []
  return [
    problemAt(json, json.root.offset, {
      rule: 'component-not-declared',
      message: `${shownPath(json.path)} is used as a component and does not say so`,
      mend: 'add "component": true',
    }),
  ]
}

function findUnused(components: readonly ComponentUse[], tags: ReadonlySet<string>): Problem[] {
  // what stands in for a component that is still loading is used too
  const placeholders = new Set(
    components.flatMap(({ source }) =>
      [
        ...membersOf(memberOf(source.root, 'componentPlaceholder')).map(({ value }) => stringOf(value)),
        ...membersOf(memberOf(source.root, 'componentGenerics')).map(({ value }) =>
          stringOf(memberOf(value, 'default')),
        ),
      ].filter(name => name !== undefined),
    ),
  )
  return components
    .filter(({ tag, reference }) => !tags.has(tag) && !placeholders.has(tag) && !placeholders.has(reference))
    .map(({ tag, source, keyNode }) =>
      problemAt(source, keyNode.offset, {
        severity: 'warning',
        rule: 'component-unused',
        message: `<${tag}> is declared and not used`,
        mend: 'remove the line',
      }),
    )
}

/** Components of the mini program that nothing declares. */
function findUndeclared(jsons: JsonFiles, units: readonly Unit[], uses: readonly ComponentUse[]): Problem[] {
  const used = new Set(uses.flatMap(({ target }) => (target.kind === 'own' ? [target.path] : [])))
  const mentioned = jsons
    .all()
    .flatMap(({ root }) =>
      membersOf(memberOf(root, 'componentGenerics')).flatMap(
        ({ value }) => stringOf(memberOf(value, 'default')) ?? [],
      ),
    )
  return units.flatMap(({ kind, path, json }) => {
    const isUsed =
      used.has(path) || mentioned.some(name => name.endsWith(path)) || path.startsWith('custom-tab-bar/')
    if (kind === 'page' || !json || isUsed) return []
    return [
      problemAt(json, json.root.offset, {
        severity: 'warning',
        rule: 'component-unused',
        message: `no page and no component uses ${shownPath(path)}`,
        mend: 'delete it, or declare it in "usingComponents"',
      }),
    ]
  })
}
