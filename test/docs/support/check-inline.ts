import { cronProblem, cronSchedule } from '../../../scripts/project/cron'
import { parseDatabaseRules, parseStorageRules } from '../../../scripts/rules'

const CRON = /^(?:[\d*][\w*/,-]* ){4,}[\w*][\w*/,-]*$/
const RULE = /^[!\w.[\]()'{}$` ]*\b(?:auth|doc|resource|now|get)\b.*(?:[=!]=|[<>]|&&| in )/

/** What is wrong with code in the text that is a cron expression, or a security rule. */
export function checkInline(code: string): string[] {
  if (CRON.test(code)) return checkCron(code)
  return RULE.test(code) ? checkRule(code) : []
}

function checkCron(expression: string): string[] {
  const problem = cronProblem(expression)
  if (problem !== undefined) return [problem]
  return cronSchedule(expression).nextRun() ? [] : [`"${expression}" never comes`]
}

/** What a rule may hold differs between the database and the storage; one of them must know it. */
function checkRule(expression: string): string[] {
  const read = { read: expression }
  const { problems } = parseDatabaseRules(JSON.stringify({ collection: read }), 'rule')
  if (problems.length === 0 || parseStorageRules(JSON.stringify(read), 'rule').problems.length === 0)
    return []
  return problems.map(({ message }) => `${expression}: ${message}`)
}
