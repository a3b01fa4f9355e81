/** `==` and its kin. `===` and `!==` are read as `==` and `!=`. */
export type Comparison = '==' | '!=' | '>' | '>=' | '<' | '<='

/** The variables of both rule files; which of them a file may use is said in `scope.ts`. */
export type Variable = 'auth' | 'doc' | 'now' | 'request' | 'resource'

/** A rule after everything that the rule language does not know has been refused. */
export type Expression = {
  /** The expression's own text. */
  readonly source: string
  /** Where that text begins in the rule, in UTF-16 units. */
  readonly offset: number
} & (
  | { readonly kind: 'literal'; readonly value: string | number | boolean | null | undefined }
  | { readonly kind: 'variable'; readonly name: Variable }
  /** `object.key` and `object[key]` alike. */
  | { readonly kind: 'member'; readonly object: Expression; readonly key: Expression }
  | { readonly kind: 'list'; readonly items: readonly (string | number)[] }
  /** One string more than values, as in JavaScript. */
  | { readonly kind: 'template'; readonly strings: readonly string[]; readonly values: readonly Expression[] }
  | { readonly kind: 'not' | 'minus' | 'plus'; readonly operand: Expression }
  | {
      readonly kind: 'compare'
      readonly operator: Comparison
      readonly left: Expression
      readonly right: Expression
    }
  | { readonly kind: 'in' | 'and' | 'or'; readonly left: Expression; readonly right: Expression }
  /** `get(path)`, where the path reads `database.<collection>.<id>`. */
  | { readonly kind: 'get'; readonly path: Expression }
)

/** The expressions that another one is made of. */
export function partsOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'literal':
    case 'variable':
    case 'list':
      return []
    case 'member':
      return [expression.object, expression.key]
    case 'template':
      return expression.values
    case 'not':
    case 'minus':
    case 'plus':
      return [expression.operand]
    case 'get':
      return [expression.path]
    default:
      return [expression.left, expression.right]
  }
}
