import { explain } from '../../../../scripts/explain/explanation'
import { openProject } from '../../../../scripts/explain/project/project'
import { PLAIN_FUNCTION, useProjects } from '../../support/projects'

const makeProject = useProjects()

const TEXT =
  'cloud.callFunction:fail Error: errCode: -501000  | errMsg: FunctionName parameter could not be found.'

async function linesIn(root: string, text: string): Promise<string> {
  const { project } = await explain(text, { language: 'en', project: openProject(root) })
  const finding = project.find(({ topic }) => topic === 'function')
  return finding?.lines.map(({ en }) => en).join('\n') ?? ''
}

test('a function that the project has is to be uploaded, and built before if it is not', async () => {
  const project = makeProject({ 'cloudfunctions/login/index.ts': PLAIN_FUNCTION })
  const text = `functionName: 'login' ${TEXT}`
  expect(await linesIn(project.root, text)).toBe(
    'the project has login: npm run build, then upload dist/cloudfunctions/login',
  )
  project.write('dist/cloudfunctions/login/index.js', '')
  expect(await linesIn(project.root, text)).toBe('the project has login: upload dist/cloudfunctions/login')
})

test('a name that no function has gets the nearest one', async () => {
  const { root } = makeProject({ 'cloudfunctions/login/index.ts': PLAIN_FUNCTION })
  expect(await linesIn(root, `functionName: 'logim' ${TEXT}`)).toBe(
    'the project has no function logim: login may be meant',
  )
})

test('without a name the functions are listed', async () => {
  const { root } = makeProject({
    'cloudfunctions/login/index.ts': PLAIN_FUNCTION,
    'cloudfunctions/logout/index.ts': PLAIN_FUNCTION,
  })
  expect(await linesIn(root, TEXT)).toContain('the functions of the project: login, logout.')
})
