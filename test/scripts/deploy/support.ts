import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { build } from '../../../scripts/build'
import { ENV } from '../deployed/support'
import {
  configJson,
  OPENAPI_FUNCTION,
  PLAIN_FUNCTION,
  type TestProject,
  useProjects,
} from '../support/projects'

const FILES = {
  'cloudfunctions/alpha/index.ts': PLAIN_FUNCTION,
  'cloudfunctions/beta/index.ts': OPENAPI_FUNCTION,
  'cloudfunctions/beta/config.json': configJson('wxacode.getUnlimited'),
  'cloudfunctions/gamma/index.ts': PLAIN_FUNCTION,
  'miniprogram/env.ts': `export const environments = { develop: '${ENV}', trial: 'local', release: 'your-env-id' }\n`,
}

/**
 * Call once at the top of a test file: projects with the functions `alpha`, `beta` (which calls an openapi), `gamma`.
 * They are built already, once for the whole file.
 */
export function useDeployable(): () => TestProject {
  const makeProject = useProjects()
  let dist: string | undefined
  afterAll(() => {
    if (dist !== undefined) rmSync(dist, { recursive: true, force: true })
  })
  beforeEach(async () => {
    if (dist !== undefined) return
    const { root } = makeProject(FILES)
    const { ok, problems } = await build({ root })
    if (!ok) throw new Error(`The functions do not build: ${JSON.stringify(problems, null, 2)}`)
    dist = `${root}-dist`
    cpSync(join(root, 'dist'), dist, { recursive: true, preserveTimestamps: true })
  })
  return () => {
    const project = makeProject(FILES)
    if (dist !== undefined) {
      cpSync(dist, join(project.root, 'dist'), { recursive: true, preserveTimestamps: true })
    }
    return project
  }
}

/** The names that the record of a project holds for an environment. */
export function recorded(project: TestProject, env = ENV): string[] {
  if (!project.has('.wx-cloud-kit/deployed.json')) return []
  const { environments } = JSON.parse(project.read('.wx-cloud-kit/deployed.json'))
  return Object.keys(environments[env] ?? {})
}

/** Changes a function, so that it has to go up again. */
export function change(project: TestProject, name: string): void {
  const file = `cloudfunctions/${name}/index.ts`
  project.write(file, project.read(file).replace("?? ''", "?? 'changed'"))
}
