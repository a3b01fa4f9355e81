import { environmentOf } from '../../../scripts/deployed'
import { KitError } from '../../../scripts/project/kit-error'
import { useProjects } from '../support/projects'

const makeProject = useProjects()

function projectWith(text: string): string {
  return makeProject({ 'miniprogram/env.ts': text }).root
}

const THREE = `export const environments = {
  /** for developers */
  develop: 'dev-1a2b3c',
  'trial': " trial-1a2b3c ",
  release: 'local',
} as const
export const localCloud = 'http://127.0.0.1:8710'
`

test.each([
  [{}, 'dev-1a2b3c'],
  [{ version: 'develop' }, 'dev-1a2b3c'],
  [{ version: 'trial' }, 'trial-1a2b3c'],
  [{ env: 'other-1a2b3c' }, 'other-1a2b3c'],
] as const)('environmentOf() takes %p from the command line or from miniprogram/env.ts', (chosen, id) => {
  expect(environmentOf(projectWith(THREE), chosen)).toBe(id)
})

test('environmentOf() reads a project without miniprogram/env.ts when the id is given', () => {
  expect(environmentOf(makeProject().root, { env: 'other-1a2b3c' })).toBe('other-1a2b3c')
})

test.each([
  ["{ develop: 'your-env-id' }", /env\.ts has "your-env-id" for "develop", which is no cloud environment/],
  ["{ develop: 'local' }", /has "local" for "develop", which is the local cloud of npm start; .*--env/],
  ["{ develop: '' }", /has "" for "develop"/],
  ["{ develop: process.env.ID ?? 'x' }", /has no id for "develop" that is written out as a text/],
  ["{ trial: 'trial-1a2b3c' }", /has no id for "develop"/],
])('environmentOf() refuses %p and says what to do', (object, message) => {
  const root = projectWith(`export const environments = ${object}\n`)
  const act = () => environmentOf(root, {})
  expect(act).toThrow(message)
  expect(act).toThrow(expect.objectContaining({ code: 'not-configured' }))
})

test('environmentOf() says that miniprogram/env.ts has no id where the file is missing', () => {
  expect(() => environmentOf(makeProject().root, {})).toThrow(/miniprogram\/env\.ts has no id/)
})

test.each(['local', 'your-env-id', '', '-rf', 'a b', 'a;b', '$(x)', 'x'.repeat(65)])(
  'environmentOf() refuses --env %p as a mistake on the command line',
  env => {
    const error = catchError(() => environmentOf(projectWith(THREE), { env }))
    expect(error).toBeInstanceOf(KitError)
    expect(error).toMatchObject({ code: 'usage', message: expect.stringContaining(`"${env}" is not the id`) })
  },
)

function catchError(run: () => unknown): unknown {
  try {
    run()
  } catch (error) {
    return error
  }
  return undefined
}
