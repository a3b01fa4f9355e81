/** What the code of a bundle does with openapi. `node` is where. */
export type Finding = { node: { readonly start: number } } & (
  | { kind: 'call'; name: string }
  /** A value is handed to where its calls can no longer be seen. */
  | { kind: 'escapes'; what: string; reason: string }
  /** A member whose name only the running code knows. */
  | { kind: 'dynamic'; what: string }
  /** `await cloud.openapi.a`: JavaScript asks for its `then` and calls it, and so calls the openapi `a.then`. */
  | { kind: 'awaited'; what: string }
  /** `cloud.openapi.wxacode()`: a name has at least two parts. */
  | { kind: 'incomplete'; what: string }
)
