import type { InspectedFunction } from '../../check'
import type { Answer, Finding, Named } from './finding'
import { permissionLines } from './permission-lines'
import type { Project } from './project'

/** What one function calls and what its `config.json` lists. */
export interface FunctionPermissions {
  name: string
  configFile: string
  hasConfig: boolean
  calls: { name: string; file?: string; line?: number }[]
  listed: string[]
  missing: string[]
  /** Called, and left out on purpose. */
  withheld: string[]
  /** Whether all calls could be read from the code. */
  complete: boolean
}

export type PermissionFinding = Finding<'permissions', { functions: readonly FunctionPermissions[] }>

/** Holds what functions call against what they may: the one that failed, or all that can have failed this way. */
export async function permissionFinding(named: Named, project: Project): Promise<Answer<PermissionFinding>> {
  const all = (await project.functions()).map(item => permissionsOf(item, project))
  const functions = candidates(all, named)
  const [only, another] = functions
  const single = another ? undefined : only
  return {
    finding: {
      topic: 'permissions',
      data: { functions },
      lines: permissionLines({ named, functions, all }, project),
    },
    functionName: single?.name,
    openapi: named.openapi ?? onlyOne(single?.missing) ?? onlyOne(single?.withheld),
  }
}

function permissionsOf(item: InspectedFunction, project: Project): FunctionPermissions {
  return {
    name: item.name,
    configFile: item.configFile,
    hasConfig: project.read(item.configFile) !== undefined,
    calls: item.calls.map(({ name, file, line }) => ({ name, file, line })),
    listed: item.config.openapi,
    missing: item.openapi.filter(name => !item.config.openapi.includes(name)),
    withheld: item.withheld,
    complete: item.fixable,
  }
}

function candidates(
  all: readonly FunctionPermissions[],
  { functionName, openapi }: Named,
): readonly FunctionPermissions[] {
  if (functionName !== undefined) return all.filter(({ name }) => name === functionName)
  const calling = all.filter(one => calledNames(one).some(name => openapi === undefined || name === openapi))
  const failing = calling.filter(one => lacks(one, openapi))
  if (failing.length > 0) return failing
  return calling.length > 0 ? calling : all.filter(({ complete }) => !complete)
}

function calledNames({ calls, withheld }: FunctionPermissions): string[] {
  return [...calls.map(({ name }) => name), ...withheld]
}

/** Whether a function cannot but fail with this error: for one openapi, or for any that it calls. */
function lacks({ missing, withheld }: FunctionPermissions, openapi: string | undefined): boolean {
  return [...missing, ...withheld].some(name => openapi === undefined || name === openapi)
}

function onlyOne(names: readonly string[] | undefined): string | undefined {
  return names?.length === 1 ? names[0] : undefined
}
