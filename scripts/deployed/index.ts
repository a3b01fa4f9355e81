/** What is deployed, whoever is asked, and how it compares with what was built. */
export {
  ASKED,
  type Asked,
  type AskOptions,
  defaultAsked,
  describeQuestion,
  openQuestion,
} from './ask-deployed'
export { allActive, type ComparedFunction, compare, type Standing } from './compare'
export { readConsoleTables } from './console-table'
export type { DeployedState } from './deployed-function'
export { type DevTools, endOf, openDevTools, shown } from './devtools'
export { environmentOf, VERSIONS, type Version } from './environment'
export { countStandings, formatComparison, remark } from './format-comparison'
export { pause } from './pause'
export { runProgram } from './run-program'
export { type UntilSettledOptions, untilSettled } from './until-settled'
export { askWeChat, hasCredentials, openWeChat } from './wechat'
