import type { Manifest } from './manifest'
import type { ProgramStyles } from './outer'

/** What makes the elements of a page or component: what the template compiler writes. */
export type Template = (name: string) => never

export interface Program {
  /** Of this compilation. */
  build: number
  manifest: Manifest
  templates: Readonly<Record<string, Template>>
  styles: ProgramStyles
}

/** What the server makes of the mini program; set by the scripts that are loaded before the screen's own. */
declare global {
  /** Undefined as long as it never compiled. */
  var miniProgram: Program | undefined
  /** Runs the script of a page or component; `app` is that of the app. */
  var miniProgramModules: Readonly<Record<string, () => void>>
}
