/** Who calls a function, as the platform vouches for it to the function. */
export interface Caller {
  /** The user; absent for a timer, and for a function that acts for no user. */
  openid?: string
  appid: string
  /** `wx_client`, `wx_trigger`, ...; the whole way for a nested call, such as `wx_client,scf`. */
  source: string
}

/** The caller of a function that is called by a function: the same user, one step further on. */
export function calledByFunction(caller: Caller): Caller {
  return { ...caller, source: [caller.source, 'scf'].filter(Boolean).join(',') }
}

/** How deep a call is in calls of functions by functions: 1 for one that comes from outside. */
export function callDepth({ source }: Caller): number {
  return source.split(',').length
}
