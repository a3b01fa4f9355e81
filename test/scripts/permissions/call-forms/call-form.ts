import type { Sources } from '../project'

/** A way to write openapi calls, the names it calls, and the rules of what is wrong with it. */
export type CallForm = [form: string, sources: Sources, names: string[], rules?: string[]]

/** A function that imports the SDK as `cloud`; `top` stands before its `main(event)`. */
export function sdkFunction(body: string, top = ''): string {
  return plainFunction(body, `import cloud from 'wx-server-sdk'\n${top}`)
}

/** A function that imports only what `top` does. */
export function plainFunction(body: string, top = ''): string {
  return `${top}\nexport const main = async (event: any) => { ${body} }\n`
}
