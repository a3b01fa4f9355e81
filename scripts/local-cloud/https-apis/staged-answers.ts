import type { ApiErrorCode } from './api-error'

/** Why a function is not active. */
export interface StatusReason {
  /** A string here, a number outside. */
  errcode: string
  errmsg: string
}

/** How it stands with a deployed function. */
export interface DeployedStatus {
  /** Such as `Updating`. */
  status: string
  status_reason: StatusReason[]
}

/** Answers of the HTTPS APIs that this cloud could not come to by itself, for those who test what calls them. */
export interface StagedAnswers {
  /** Refuses the next calls of an API, such as `/componenttcb/getscflist`, whatever they ask. */
  refuse(path: string, errcode: ApiErrorCode, options?: { times?: number }): void
  /** What the lists say of a function from now on. */
  setStatus(functionName: string, status: string, reasons?: StatusReason[]): void
}

/** The same, for the APIs. */
export interface Stage extends StagedAnswers {
  /** The refusal of this call, if it is to be refused; each is told once. */
  takeRefusal(path: string): ApiErrorCode | undefined
  statusOf(functionName: string): DeployedStatus | undefined
  reset(): void
}

export function openStage(): Stage {
  const refusals = new Map<string, ApiErrorCode[]>()
  const statuses = new Map<string, DeployedStatus>()
  return {
    refuse(path, errcode, { times = 1 } = {}) {
      refusals.set(path, [...(refusals.get(path) ?? []), ...Array<ApiErrorCode>(times).fill(errcode)])
    },
    setStatus: (name, status, reasons = []) => void statuses.set(name, { status, status_reason: reasons }),
    reset() {
      refusals.clear()
      statuses.clear()
    },
    takeRefusal: path => refusals.get(path)?.shift(),
    statusOf: name => statuses.get(name),
  }
}
