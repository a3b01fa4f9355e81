import type { CallExpression, Expression, NewExpression, Node, TaggedTemplateExpression } from 'oxc-parser'
import { describe, type Follower } from './follower'
import { isName, nameOf } from './openapi-path'
import { promiseOf } from './return-value'
import type { FunctionNode } from './scope'
import type { Syntax } from './syntax'
import { passToHelper } from './tool-helpers'
import type { Api, Value } from './value'
import { plainKey } from './write-source'

const PROMISE_MEMBERS = new Set(['then', 'catch', 'finally'])
/** Functions of JavaScript that only look at what they get. */
const LOOKERS =
  /^(console\.\w+|JSON\.stringify|Object\.(keys|getOwnPropertyNames)|Array\.isArray|Boolean|String)$/
const FREEZERS = /^Object\.(freeze|seal|preventExtensions)$/

/** `value` is called. */
export function callValue(
  follower: Follower,
  call: CallExpression | TaggedTemplateExpression,
  value: Value,
): void {
  switch (value.kind) {
    case 'api':
      callApi(follower, call, value)
      break
    case 'returns':
      follower.reach(call, value.value)
      break
    case 'then': {
      const callback = call.type === 'CallExpression' ? call.arguments[0] : undefined
      const functions = callback && follower.origins.functions(callback)
      for (const fn of functions ?? []) follower.pass(fn, 0, call, value.value)
      if (!functions) follower.passToUnknown(call, callback ?? call, value.value)
      break
    }
    case 'class':
      follower.reach(call, { kind: 'sdk' })
      follower.addCallOfSdk(call)
      break
    case 'part':
      follower.addCallOfSdk(call)
      break
  }
}

function callApi(follower: Follower, call: Node, value: Api): void {
  const what = describe(value)
  follower.addCallOfSdk(call)
  // cloud.openapi({ appid }) is cloud.openapi with options
  if (value.path.length === 0) follower.reach(call, value)
  else if (PROMISE_MEMBERS.has(value.path.at(-1) ?? ''))
    follower.findings.push({ kind: 'awaited', what, node: call })
  else if (!isName(value.path)) follower.findings.push({ kind: 'incomplete', what, node: call })
  else follower.findings.push({ kind: 'call', name: nameOf(value.path), node: value.place ?? call })
}

/** `value` is an argument of a call. */
export function passArgument(
  follower: Follower,
  call: CallExpression | NewExpression,
  node: Node,
  value: Value,
): void {
  if (value.kind === 'part' || passToHelper(follower, call, node, value)) return
  const method = methodOf(call.callee)
  const global = nameOfGlobal(follower.syntax, call.callee)
  if (value.kind === 'returns' && PROMISE_MEMBERS.has(method ?? '')) {
    // promise.then(() => cloud): the promise that then() makes is one of cloud
    if (value.value.kind === 'api') follower.awaited(value.at, value.value)
    else follower.reach(call, promiseOf(value.value, value.at))
  } else if (FREEZERS.test(global)) follower.reach(call, value)
  else if (!LOOKERS.test(global)) passToFunctions(follower, call, node, value)
}

function passToFunctions(
  follower: Follower,
  call: CallExpression | NewExpression,
  node: Node,
  value: Value,
): void {
  const index = (call.arguments as Node[]).indexOf(node)
  const isAfterSpread = call.arguments.slice(0, index).some(({ type }) => type === 'SpreadElement')
  const target = isAfterSpread ? undefined : targetOf(follower, call.callee, index)
  if (!target) follower.passToUnknown(call, node, value)
  else if (target.parameter !== undefined) {
    for (const fn of target.functions) follower.pass(fn, target.parameter, node, value)
  } else {
    for (const fn of target.functions) {
      for (const self of follower.syntax.thisIn(fn)) follower.reach(self, value)
    }
  }
}

/** The functions that an argument may go to, and as which parameter; undefined stands for `this`. */
function targetOf(
  follower: Follower,
  callee: Expression,
  index: number,
): { functions: readonly FunctionNode[]; parameter: number | undefined } | undefined {
  const functions =
    callee.type === 'Super' ? parentConstructors(follower, callee) : follower.origins.functions(callee)
  if (functions) return { functions, parameter: index }
  if (callee.type !== 'MemberExpression') return undefined
  const method = methodOf(callee)
  if (method !== 'call' && method !== 'bind' && (method !== 'apply' || index > 0)) return undefined
  const called = follower.origins.functions(callee.object)
  return called && { functions: called, parameter: index > 0 ? index - 1 : undefined }
}

function methodOf(callee: Node): string | undefined {
  return callee.type === 'MemberExpression' ? plainKey(callee.property, callee.computed) : undefined
}

function parentConstructors({ syntax, origins }: Follower, node: Node): readonly FunctionNode[] | undefined {
  let around = syntax.parentOf(node)
  while (around && around.type !== 'ClassDeclaration' && around.type !== 'ClassExpression') {
    around = syntax.parentOf(around)
  }
  return around?.superClass ? origins.functions(around.superClass) : undefined
}

/** `JSON.stringify`; empty for what the bundle declares itself. */
function nameOfGlobal(syntax: Syntax, callee: Node): string {
  if (callee.type === 'Identifier') return syntax.bindingOf(callee) ? '' : callee.name
  if (callee.type !== 'MemberExpression') return ''
  const object = nameOfGlobal(syntax, callee.object)
  return object && `${object}.${plainKey(callee.property, callee.computed) ?? ''}`
}
