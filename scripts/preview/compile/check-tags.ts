import type { TmplGroup } from 'glass-easel-template-compiler'
import type { Sources } from './sources'

/** Finds tags that are neither built in nor components of the unit; the compiler takes any name. */
export function checkTags(
  sources: Sources,
  group: TmplGroup,
  path: string,
  isKnown: (tag: string) => boolean,
): void {
  // the template as expressions for a type checker, which name every tag and know where it stands
  const expressions = group.getTmplConvertedExpr(path, '')
  try {
    for (const [line, text] of (expressions.code() ?? '').split('\n').entries()) {
      for (const { 1: tag = '', index } of text.matchAll(/\bconst _tag_=tags\['([^']+)'\]/g)) {
        if (isKnown(tag)) continue
        const column = text.indexOf("['", index)
        const [startLine = 0, startColumn = 0] =
          expressions.getSourceLocation(line, column, line, column + tag.length) ?? []
        const message = `there is no component <${tag}>: it is neither built in nor in "usingComponents"`
        const place = { line: startLine + 1, column: startColumn + 1 }
        sources.fail('unknown-tag', `${path}.wxml`, message, place)
      }
    }
  } finally {
    expressions.free()
  }
}
