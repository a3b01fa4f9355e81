import type { BuiltFunctions } from '../functions/built-functions'
import type { DeployedStatus, Stage, StatusReason } from './staged-answers'

/** A function as `getscflist` shows it. */
export interface ListedFunction extends DeployedStatus {
  name: string
  runtime: string
  /** `YYYY-MM-DD HH:mm:ss`, in UTC+8. */
  add_time: string
  mod_time: string
}

/** The offered runtime that is closest to what functions run in here. */
const RUNTIME = 'Nodejs20.19'

/** As the documented example words it. */
const NO_ENTRY: StatusReason = {
  errcode: 'ResourceNotFound.File',
  errmsg: '未找到函数执行入口文件,请确认代码包入口文件名和 handler 设置是否对应或代码压缩包是否正常。',
}

const ACTIVE: DeployedStatus = { status: 'Active', status_reason: [] }
const NOT_CREATED: DeployedStatus = { status: 'CreateFailed', status_reason: [NO_ENTRY] }

const HOURS_8 = 8 * 3_600_000

/**
 * All functions, the last changed first, as in the documented example. When a function was first added is not known
 * here, so `add_time` is `mod_time`.
 */
export function listFunctions(functions: BuiltFunctions, stage: Stage): ListedFunction[] {
  return functions
    .list()
    .sort((a, b) => b.modifiedAt - a.modifiedAt)
    .map(({ name, modifiedAt, built }) => {
      const time = new Date(modifiedAt + HOURS_8).toISOString().slice(0, 19).replace('T', ' ')
      return {
        mod_time: time,
        add_time: time,
        runtime: RUNTIME,
        name,
        ...(stage.statusOf(name) ?? (built ? ACTIVE : NOT_CREATED)),
      }
    })
}
