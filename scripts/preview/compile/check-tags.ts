import type { TmplGroup } from 'glass-easel-template-compiler'
import { WEB_TAGS } from '../../project/built-in-tags'
import { nearestName } from '../../project/nearest-name'
import type { Sources } from './sources'

/** Finds tags that are neither built in nor components of the unit; the compiler takes any name. */
export function checkTags(
  sources: Sources,
  group: TmplGroup,
  path: string,
  known: ReadonlySet<string>,
): void {
  // the template as expressions for a type checker, which name every tag and know where it stands
  const expressions = group.getTmplConvertedExpr(path, '')
  try {
    for (const [line, text] of (expressions.code() ?? '').split('\n').entries()) {
      for (const { 1: tag = '', index } of text.matchAll(/\bconst _tag_=tags\['([^']+)'\]/g)) {
        if (known.has(tag)) continue
        const column = text.indexOf("['", index)
        const [startLine = 0, startColumn = 0] =
          expressions.getSourceLocation(line, column, line, column + tag.length) ?? []
        const meant = WEB_TAGS[tag] ?? nearestName(tag, known)
        const hint = meant === undefined ? '' : ` (did you mean <${meant}>?)`
        const message = `there is no component <${tag}>: it is neither built in nor in "usingComponents"${hint}`
        const place = { line: startLine + 1, column: startColumn + 1 }
        sources.fail('unknown-tag', `${path}.wxml`, message, place)
      }
    }
  } finally {
    expressions.free()
  }
}
