import type { TmplGroup } from 'glass-easel-template-compiler'
import { loadTemplateCompiler } from '../../project/template-compiler'
import { knownTags } from '../client/built-ins/known-tags'
import { checkTags } from './check-tags'
import { resolvePath, type Sources } from './sources'
import type { Unit } from './units'
import { compileWxs, WXS_RUNTIME } from './wxs'

/** What the template compiler says of a place; counted from 0. */
interface TemplateWarning {
  level: 'Fatal' | 'Error' | 'Warn' | 'Note'
  message: string
  startLine: number
  startColumn: number
}

export interface Templates {
  /** A JavaScript expression: an object with a function for each unit. */
  code: string
  /** What it was made of. The compiler writes the same in another order each time, so the code tells no change. */
  source: string
}

/**
 * Turns the WXML of all units into JavaScript.
 *
 * Every warning of the compiler is an error here: to it, a tag that is never closed is only a warning.
 */
export function compileTemplates(sources: Sources, units: readonly Unit[]): Templates {
  const { TmplGroup } = loadTemplateCompiler()
  const group = new TmplGroup()
  group.setExtraRuntimeScript(WXS_RUNTIME)
  const added = new Set<string>()
  try {
    for (const unit of units) {
      if (sources.has(`${unit.path}.wxml`)) compileUnit(sources, group, unit, added)
      else sources.fail('file-missing', `${unit.path}.wxml`, 'the file is missing')
    }
    return { code: group.getTmplGenObjectGroups(), source: JSON.stringify(sources.texts(/\.(?:wxml|wxs)$/)) }
  } finally {
    group.free()
  }
}

function compileUnit(sources: Sources, group: TmplGroup, unit: Unit, added: Set<string>): void {
  const generics = Object.keys(unit.config.componentGenerics ?? {})
  const names = new Set([...Object.keys(knownTags), ...Object.keys(unit.using), ...generics])
  const seen = new Set<string>()
  visit(unit.path)

  /** A template and those that it imports: their tags mean what they mean in this unit. */
  function visit(path: string): void {
    if (seen.has(path)) return
    seen.add(path)
    const isSound = added.has(path) || addTemplate(sources, group, path)
    added.add(path)
    if (!isSound) return
    checkTags(sources, group, path, names)
    for (const dependency of group.getDirectDependencies(path) as string[]) {
      if (sources.has(`${dependency}.wxml`)) visit(dependency)
      else failImport(sources, path, `${dependency}.wxml`)
    }
    for (const script of group.getScriptDependencies(path) as string[]) {
      if (!added.has(`${script}.wxs`)) addScript(sources, group, path, script)
      added.add(`${script}.wxs`)
    }
  }
}

function addTemplate(sources: Sources, group: TmplGroup, path: string): boolean {
  const file = `${path}.wxml`
  const warnings = group.addTmpl(path, sources.read(file) ?? '') as TemplateWarning[]
  const errors = warnings.filter(({ level }) => level !== 'Note')
  for (const { message, startLine, startColumn } of errors) {
    sources.fail('wxml-syntax', file, message, { line: startLine + 1, column: startColumn + 1 })
  }
  if (errors.length > 0) return false
  for (const name of group.getInlineScriptModuleNames(path) as string[]) {
    const compiled = compileWxs(group.getInlineScript(path, name))
    if ('code' in compiled) group.setInlineScript(path, name, compiled.code)
    else {
      const line = compiled.line + group.getInlineScriptStartLine(path, name)
      sources.fail('wxs-syntax', file, compiled.message, { line, column: compiled.column })
    }
  }
  return true
}

function addScript(sources: Sources, group: TmplGroup, from: string, path: string): void {
  const file = `${path}.wxs`
  const text = sources.read(file)
  if (text === undefined) {
    failImport(sources, from, file)
    return
  }
  const compiled = compileWxs(text)
  if ('code' in compiled) group.addScript(path, compiled.code)
  else sources.fail('wxs-syntax', file, compiled.message, compiled)
  for (const [, target = ''] of text.matchAll(/\brequire\(\s*['"]([^'"]+)['"]\s*\)/g)) {
    const needed = resolvePath(target, file)?.replace(/\.wxs$/, '')
    if (needed !== undefined && needed !== path) addScript(sources, group, path, needed)
  }
}

/** The compiler does not say where an import stands. */
function failImport(sources: Sources, path: string, missing: string): void {
  const file = sources.has(`${path}.wxml`) ? `${path}.wxml` : `${path}.wxs`
  const text = sources.read(file) ?? ''
  const places = [...text.matchAll(/(?:src\s*=\s*|require\(\s*)["']([^"']+)["']/g)]
  const place = places.find(({ 1: target = '' }) => {
    const extension = missing.slice(missing.lastIndexOf('.'))
    const resolved = resolvePath(target, file)
    return resolved === missing || `${resolved}${extension}` === missing
  })
  sources.fail('import-missing', file, `there is no file ${missing}`, place?.index)
}
