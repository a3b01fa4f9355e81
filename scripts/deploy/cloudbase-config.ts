import type { BuiltFunction } from '../build'

/** What CloudBase CLI reads from `cloudbaserc.json`. https://docs.cloudbase.net/cli-v1/functions/configs */
export interface CloudBaseConfig {
  version: '2.0'
  envId: string
  functionRoot: string
  functions: {
    name: string
    dir: string
    handler: string
    installDependency: boolean
    triggers?: BuiltFunction['triggers']
  }[]
}

/**
 * The configuration for one function. It leaves out what an upload would overwrite with it: `envVariables` replaces
 * every variable that is set in the console, and so on.
 *
 * @param functionsDir of the built packages, from the folder of the configuration
 */
export function cloudBaseConfig(
  envId: string,
  { name, triggers }: BuiltFunction,
  { functionsDir, install }: { functionsDir: string; install: boolean },
): CloudBaseConfig {
  return {
    version: '2.0',
    envId,
    functionRoot: functionsDir,
    functions: [
      {
        name,
        dir: `${functionsDir}/${name}`,
        handler: 'index.main',
        installDependency: install,
        ...(triggers.length > 0 ? { triggers } : {}),
      },
    ],
  }
}
