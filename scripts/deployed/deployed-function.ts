import type { FunctionStatus, StatusReason } from '../../cloudfunctions/shared/wechat-api/index'

/** A function as it is deployed; what the one who was asked does not tell is absent. */
export interface DeployedState {
  name: string
  status: FunctionStatus
  /** Such as `Nodejs18.15`. */
  runtime?: string
  changedAt?: Date
  /** Why it is not `Active`. */
  reasons: StatusReason[]
}
