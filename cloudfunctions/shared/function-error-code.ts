/**
 * Why a call can be refused; the list is closed.
 *
 * The names and meanings are those of gRPC, in lower case with hyphens: https://grpc.io/docs/guides/status-codes/
 * Its codes for faults that only the developer can mend (`internal`, `unknown`, `unimplemented`, `data-loss`) are left
 * out on purpose: those are thrown, so that the platform logs them with their stack.
 */
export type FunctionErrorCode =
  | 'invalid-argument' // the input is wrong whatever the state of the system: mend the input
  | 'out-of-range' // the input points past the end of what exists now, such as a page that is not there
  | 'unauthenticated' // the call carries no identity that the function accepts
  | 'permission-denied' // the caller is known and may not do this
  | 'not-found' // what the caller asked for does not exist, or not for this caller
  | 'already-exists' // what the caller wants to create is there already
  | 'failed-precondition' // the system is not in the state that this needs: do something else first
  | 'resource-exhausted' // a quota or a rate is used up: wait, or ask for less
  | 'aborted' // another call got in the way: begin the whole operation again
  | 'unavailable' // not possible at the moment: the same call may work a little later
  | 'deadline-exceeded' // it took too long; it may still have happened
