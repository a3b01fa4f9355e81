import type { Node, ObjectExpression } from 'oxc-parser'
import { store } from './common-js'
import type { Follower } from './follower'
import { callValue, passArgument } from './pass-argument'
import { leaveBundle, returnValue } from './return-value'
import type { Value } from './value'
import { plainKey, useOfName } from './write-source'

const COMPARISONS = new Set(['==', '!=', '===', '!==', 'instanceof'])
const QUESTIONS = new Set(['typeof', '!', 'void', 'delete'])

/** What to say of the ways out of sight that people use. */
const WAYS_OUT: Partial<Record<Node['type'], string>> = {
  ArrayExpression: 'it is an element of an array',
  PropertyDefinition: 'it is held by a field of a class',
  MethodDefinition: 'it is returned by a method of a class',
  TemplateLiteral: 'it is used as text',
  ForInStatement: 'it is looped over',
  ForOfStatement: 'it is looped over',
  YieldExpression: 'it is yielded by a generator',
  ThrowStatement: 'it is thrown',
}

/**
 * Takes a value one step on, from the expression that holds it to what stands around it. What is not named here
 * leads out of sight.
 */
export function useValue(follower: Follower, node: Node, value: Value): void {
  const { syntax } = follower
  const parent = syntax.parentOf(node)
  if (!parent || (node.type === 'Identifier' && useOfName(node, syntax).kind === 'write')) return
  if (node.type === 'ObjectExpression') reachThis(follower, node, value)
  const goOn = () => follower.reach(parent, value)
  const loseSight = (reason: string) => follower.escape(node, value, reason)

  switch (parent.type) {
    // --- it is looked at, and stays where it is ---
    case 'ExpressionStatement':
    case 'IfStatement':
    case 'WhileStatement':
    case 'DoWhileStatement':
    case 'ForStatement':
    case 'SwitchStatement':
    case 'SwitchCase':
    case 'ImportSpecifier':
    case 'ImportDefaultSpecifier':
    case 'ImportNamespaceSpecifier':
    case 'FunctionDeclaration':
    case 'FunctionExpression':
      break
    case 'UnaryExpression':
      if (!QUESTIONS.has(parent.operator)) loseSight('it is used as a number')
      break
    case 'BinaryExpression':
      if (!COMPARISONS.has(parent.operator) && (parent.operator !== 'in' || parent.left === node)) {
        loseSight('it is used as a number or text')
      }
      break

    // --- the expression around it holds it too ---
    case 'ChainExpression':
      goOn()
      break
    case 'ConditionalExpression':
      if (parent.test !== node) goOn()
      break
    case 'LogicalExpression':
      // all of these values are truthy, so the left side of && is never the result
      if (parent.operator !== '&&' || parent.right === node) goOn()
      break
    case 'SequenceExpression':
      if (parent.expressions.at(-1) === node) goOn()
      break
    case 'AwaitExpression':
      if (value.kind === 'api') follower.awaited(node, value)
      else follower.reach(parent, value.kind === 'promise' ? value.value : value)
      break

    // --- a variable or an object takes it ---
    case 'VariableDeclarator':
      follower.bind(parent.id, value)
      break
    case 'AssignmentPattern':
      follower.bind(parent.left, value)
      break
    case 'AssignmentExpression':
      if (parent.left === node) break
      if (parent.left.type === 'MemberExpression') store(follower, parent.left, node, value)
      else follower.bind(parent.left, value)
      goOn()
      break
    case 'Property':
      holdInObject(follower, parent, node, value)
      break
    case 'SpreadElement': {
      const object = syntax.parentOf(parent)
      if (object?.type === 'ObjectExpression' && value.kind !== 'api') follower.reach(object, value)
      else loseSight('it is spread')
      break
    }

    // --- its members, and calls ---
    case 'MemberExpression':
      if (parent.object !== node) loseSight('it is used as the name of a member')
      else if (useOfName(parent, syntax).kind === 'write') reachThisOfMethod(follower, parent, value)
      else {
        follower.access(parent, parent.property, parent.computed, value, member =>
          follower.reach(parent, member),
        )
      }
      break
    case 'CallExpression':
      if (parent.callee === node) callValue(follower, parent, value)
      else passArgument(follower, parent, node, value)
      break
    case 'TaggedTemplateExpression':
      callValue(follower, parent, value)
      break
    case 'NewExpression':
      if (parent.callee !== node) passArgument(follower, parent, node, value)
      else if (value.kind === 'class') follower.reach(parent, { kind: 'sdk' })
      else loseSight('it is used as a class')
      break

    // --- it leaves a function, or the bundle ---
    case 'ReturnStatement':
      returnValue(follower, node, value)
      break
    case 'ArrowFunctionExpression':
      if (parent.body === node) returnValue(follower, node, value)
      break
    case 'ExportSpecifier':
      leaveBundle(follower, plainKey(parent.exported, false), node, value)
      break
    case 'ExportDefaultDeclaration':
      leaveBundle(follower, 'default', node, value)
      break

    default:
      loseSight(WAYS_OUT[parent.type] ?? 'it is used in a way that the kit does not follow')
  }
}

/** `{ key: value }`, and `{ get key() { return value } }` */
function holdInObject(
  follower: Follower,
  property: Extract<Node, { type: 'Property' }>,
  node: Node,
  value: Value,
): void {
  const object = follower.syntax.parentOf(property)
  if (object?.type !== 'ObjectExpression' || property.kind === 'set') return
  const keys = property.value === node ? follower.origins.keys(property.key, property.computed) : undefined
  if (!keys) follower.escape(node, value, 'it is stored under a name known only when the code runs')
  const held = property.kind === 'get' && value.kind === 'returns' ? value.value : value
  for (const key of keys ?? []) follower.reach(object, { kind: 'has', key, value: held, at: node })
}

/** The methods of an object literal see it as `this`, and so do those that it takes from others. */
function reachThis(follower: Follower, object: ObjectExpression, value: Value): void {
  const objects = new Set([object])
  for (const { properties } of objects) {
    for (const entry of properties) {
      if (entry.type === 'Property') reachThisOf(follower, entry.value, value)
      else {
        for (const origin of follower.origins.of(entry.argument) ?? []) {
          if (origin.kind === 'object') objects.add(origin.node)
        }
      }
    }
  }
}

/** A function that is assigned to a member of an object sees that as `this`. */
function reachThisOfMethod(follower: Follower, member: Node, value: Value): void {
  const assignment = follower.syntax.parentOf(member)
  if (assignment?.type === 'AssignmentExpression') reachThisOf(follower, assignment.right, value)
}

function reachThisOf(follower: Follower, method: Node, value: Value): void {
  for (const fn of follower.origins.functions(method) ?? []) {
    for (const node of follower.syntax.thisIn(fn)) follower.reach(node, value)
  }
}
