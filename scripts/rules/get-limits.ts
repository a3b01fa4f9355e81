import { type Expression, partsOf } from './expression'
import type { ExpressionProblem } from './expression-problem'

const MAX_GETS = 3
const MAX_DEPTH = 2
const PATH = /^database\.[^.]+\./

/**
 * What is wrong with the `get` calls of a rule: their number, their nesting, and what they are called with.
 *
 * https://developers.weixin.qq.com/miniprogram/dev/wxcloudservice/wxcloud/guide/database/security-rules.md
 */
export function getProblems(expression: Expression): ExpressionProblem[] {
  const gets = getsIn(expression)
  const problems: ExpressionProblem[] = []
  const extra = gets[MAX_GETS]
  if (extra) {
    problems.push({
      severity: 'error',
      rule: 'rule-get-count',
      message: `a rule may hold ${MAX_GETS} get() calls, this one holds ${gets.length}`,
      offset: extra.offset,
    })
  }
  for (const get of gets) {
    if (depthOf(get) === MAX_DEPTH + 1) {
      problems.push({
        severity: 'error',
        rule: 'rule-get-depth',
        message: `get() may be nested ${MAX_DEPTH} deep, this is deeper`,
        offset: get.offset,
      })
    }
    if (!isPath(get.path)) {
      problems.push({
        severity: 'error',
        rule: 'rule-get-path',
        message: `${get.path.source} is not the path of a record`,
        offset: get.path.offset,
        // biome-ignore lint/suspicious/noTemplateCurlyInString: shown as the developer has to write it
        mend: 'write get(`database.<collection>.<id>`), for example get(`database.room.${doc.room}`)',
      })
    }
  }
  return problems
}

type Get = Extract<Expression, { kind: 'get' }>

/** In the order in which they stand in the text. */
function getsIn(expression: Expression): Get[] {
  const inside = partsOf(expression).flatMap(getsIn)
  return expression.kind === 'get' ? [expression, ...inside] : inside
}

/** 1 for a get that holds no other. */
function depthOf(expression: Expression): number {
  const inside = Math.max(0, ...partsOf(expression).map(depthOf))
  return expression.kind === 'get' ? inside + 1 : inside
}

/** Only a path that is written out can be judged here; another `get`, or a field of one, may hold one. */
function isPath(path: Expression): boolean {
  if (path.kind === 'literal') return PATH.test(String(path.value))
  // The value of a placeholder is not known yet: any name stands for it.
  if (path.kind === 'template') return PATH.test(path.strings.join('x'))
  return path.kind === 'get' || path.kind === 'member'
}
