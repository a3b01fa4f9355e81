import type { CloudError, Place } from '../../../miniprogram/cloud/cloud-error'
import type { Bilingual } from '../../../miniprogram/cloud/error-codes'
import { type BuiltFunction, type NotBuilt, readBuiltFunction, type SourcePlace } from './built-function'
import { codeFrame } from './code-frame'
import { type Answer, type Finding, line, listed, sameLine } from './finding'
import { functionOfPlace, isPackagePlace } from './package-place'
import type { Project } from './project'

/** A position of a stack, with where it comes from. */
export interface MappedPlace {
  /** As in the stack. */
  at: Required<Place>
  functionName: string
  source?: Omit<SourcePlace, 'text'>
  frame?: string
}

export type PlacesFinding = Finding<'places', { places: MappedPlace[]; functions: string[] }>

const MAX_FRAMES = 3
const MAX_FUNCTIONS = 3

/** Maps the positions of a stack back to TypeScript; undefined if the text has none that lies in a built function. */
export function placesFinding(
  { places }: CloudError,
  named: string | undefined,
  project: Project,
): Answer<PlacesFinding> | undefined {
  const inPackage = places.filter(isPackagePlace).filter(hasColumn)
  const [first] = inPackage
  if (!first) return undefined
  const certain = functionOfPlace(first) ?? named
  const names = certain === undefined ? project.functionNames : [certain]
  const read = names.map(name => ({ name, built: readBuiltFunction(project, name) }))
  const built = read.flatMap(one => (typeof one.built === 'string' ? [] : one.built))
  const fitting = fittingFunctions(built, inPackage)
  const functions = fitting.map(({ name }) => name)
  const shown = fitting.slice(0, MAX_FUNCTIONS)
  const mapped = shown.flatMap(one => mapPlaces(one, inPackage))
  const lines = [
    ...(built.length === 0 ? read.slice(0, MAX_FUNCTIONS).flatMap(whyNot) : []),
    ...(built.length > 0 && fitting.length === 0 ? [otherBuild(first, names)] : []),
    ...(fitting.length > 1 ? [severalFit(functions)] : []),
    ...mapped.flatMap(linesOf),
    ...changedLines(shown, inPackage, project),
  ]
  return {
    finding: { topic: 'places', data: { places: mapped, functions }, lines },
    ...(fitting.length === 1 && { functionName: functions[0] }),
  }
}

function hasColumn(place: Place): place is Required<Place> {
  return place.column !== undefined
}

/**
 * The functions that a stack can come from. The cloud's path is the same for all; but where an error is thrown, or a
 * call stands, a piece of the source begins, and all positions of a stack do so by chance in one function only.
 */
function fittingFunctions(
  built: readonly BuiltFunction[],
  places: readonly Required<Place>[],
): readonly BuiltFunction[] {
  const has = built.filter(one => places.every(({ line: at, column }) => one.has(at, column)))
  const exact = has.filter(one => places.every(({ line: at, column }) => one.isExact(at, column)))
  return exact.length > 0 ? exact : has
}

function mapPlaces(built: BuiltFunction, places: readonly Required<Place>[]): MappedPlace[] {
  let frames = 0
  return places.map(at => {
    const source = built.sourceOf(at.line, at.column)
    if (!source) return { at, functionName: built.name }
    const { text, ...place } = source
    const frame =
      text !== undefined && frames++ < MAX_FRAMES ? codeFrame(text, place.line, place.column) : undefined
    return { at, functionName: built.name, source: place, ...(frame !== undefined && { frame }) }
  })
}

function linesOf({ at, functionName, source, frame }: MappedPlace): Bilingual[] {
  const from = `${functionName} ${at.line}:${at.column}`
  if (!source) return [line(`${from}: code that the build added`, `${from}：构建时加入的代码`)]
  const place = sameLine(`${source.file}:${source.line}:${source.column}  (${from})`)
  return frame === undefined ? [place] : [place, sameLine(frame)]
}

function severalFit(functions: readonly string[]): Bilingual {
  const names = listed(functions)
  return line(
    `the position fits ${names.en}: --function NAME says which`,
    `这个位置在 ${names.zh} 里都有：用 --function 指明是哪个函数`,
  )
}

/** The map holds the text of the build, so it stays right; the developer's editor shows another one. */
function changedLines(
  functions: readonly BuiltFunction[],
  places: readonly Required<Place>[],
  project: Project,
): Bilingual[] {
  const sources = functions.flatMap(one => places.flatMap(at => one.sourceOf(at.line, at.column) ?? []))
  const changed = sources.filter(({ file, text }) => text !== undefined && project.read(file) !== text)
  return [...new Set(changed.map(({ file }) => file))].map(file =>
    line(
      `${file} has changed since the build; the lines are those of the build`,
      `${file} 在构建之后改过，这里显示的是构建时的内容`,
    ),
  )
}

function otherBuild({ line: at, column }: Required<Place>, names: readonly string[]): Bilingual {
  const all = listed(names)
  return line(
    `dist/ has no position ${at}:${column} (${all.en}): what runs in the cloud is another build`,
    `dist/ 里没有位置 ${at}:${column}（${all.zh}）：云端运行的是另一次构建`,
  )
}

const REASONS: Readonly<Record<NotBuilt, (name: string) => Bilingual>> = {
  'no-build': name =>
    line(
      `${name} is not built: npm run build, then explain again`,
      `${name} 还没有构建：运行 npm run build 后再试`,
    ),
  'no-map': name =>
    line(
      `dist/maps/${name}.js.map is missing: npm run build writes it, unless --no-sourcemap is given`,
      `缺少 dist/maps/${name}.js.map：npm run build 会生成它，除非加了 --no-sourcemap`,
    ),
  'broken-map': name =>
    line(
      `dist/maps/${name}.js.map cannot be read: delete dist/ and run npm run build`,
      `dist/maps/${name}.js.map 无法读取：删除 dist/ 后运行 npm run build`,
    ),
}

function whyNot({ name, built }: { name: string; built: BuiltFunction | NotBuilt }): Bilingual[] {
  return typeof built === 'string' ? [REASONS[built](name)] : []
}
