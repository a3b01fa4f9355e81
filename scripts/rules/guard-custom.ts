import type { DatabaseOperation, DatabaseRequest } from './database-request'
import type { CustomRules } from './database-rules'
import { judge } from './evaluate'
import type { Expression } from './expression'
import { mentionedFields } from './mentioned-fields'
import type { Plain } from './plain'
import { type Branch, MAX_BRANCHES, queryBranches, TooManyBranches } from './query-branches'
import type { Rule } from './rule'
import { sentData } from './sent-data'
import { databaseSurroundings } from './surroundings'
import { known, Unknowable } from './value'
import type { Verdict } from './verdict'

/**
 * Judges an operation by a collection's own rules.
 *
 * @param request with the caller's openid already filled in
 * @returns why it is refused, or undefined where it is allowed
 */
export async function guardCustom(rules: CustomRules, request: DatabaseRequest): Promise<string | undefined> {
  const { collection, operation, query = {}, data = {} } = request
  const found = ruleFor(rules, operation)
  if (!found) return `"${collection}" has no rule for ${operation}: an operation without a rule is denied`
  const [key, { source, expression }] = found
  const rule = `the "${key}" rule of "${collection}" is ${source}`
  if (!expression) return `${rule}, and that is broken: a broken rule allows nothing (see kit check)`

  const read = readOnce(request)
  if (operation === 'create') {
    const verdict = await judge(expression, databaseSurroundings(request, read, known(data), data))
    return verdict.holds
      ? undefined
      : `${rule}, and the data does not satisfy it: ${verdict.blames.join('; ')}`
  }
  const sent = operation === 'update' ? sentData(data) : new Unknowable(`a ${operation} sends no data`)
  for (const branch of branchesFor(expression, query)) {
    if (branch === 'too many')
      return `${rule}, and the query has too many alternatives (over ${MAX_BRANCHES})`
    const record = { kind: 'field', path: '', branch } as const
    const verdict = await judge(expression, databaseSurroundings(request, read, record, sent))
    if (!verdict.holds) return `${rule}, and the query is no subset of it: ${explain(verdict, query)}`
  }
  return undefined
}

/** The narrow key wins over `write`. */
function ruleFor(rules: CustomRules, operation: DatabaseOperation): [string, Rule] | undefined {
  const rule = rules[operation]
  if (rule) return [operation, rule]
  return operation !== 'read' && rules.write ? ['write', rules.write] : undefined
}

function branchesFor(expression: Expression, query: Plain): readonly (Branch | 'too many')[] {
  try {
    return queryBranches(query, mentionedFields(expression))
  } catch (error) {
    if (error instanceof TooManyBranches) return ['too many']
    throw error
  }
}

/** Alternatives of one query may ask for the same record. */
function readOnce({ get }: DatabaseRequest): DatabaseRequest['get'] {
  const records = new Map<string, Promise<unknown>>()
  return (collection, id) => {
    const path = `${collection}.${id}`
    const record = records.get(path) ?? get(collection, id)
    records.set(path, record)
    return record
  }
}

function explain({ blames, hints }: Verdict, query: Plain): string {
  const because = blames.join('; ')
  if (!hints || hints.length === 0) return because
  const rest = Object.keys(query).length > 0 ? '..., ' : ''
  const conditions = hints.map(({ field, condition }) => `${field}: ${condition}`).join(', ')
  return `${because}. A query that may pass: where({ ${rest}${conditions} })`
}
