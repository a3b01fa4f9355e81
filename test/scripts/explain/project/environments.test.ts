import { explain } from '../../../../scripts/explain/explanation'
import type { EnvironmentFinding } from '../../../../scripts/explain/project/environments'
import { openProject } from '../../../../scripts/explain/project/project'
import { useProjects } from '../../support/projects'

const makeProject = useProjects()

const ENV = `// develop: 'a-comment-0'
export const environments = {
  develop: 'local',
  trial: 'your-env-id',
  release: 'prod-1a2b3c',
} as const
export const others = { release: 'other-1' }
`
const NOT_FOUND = 'cloud.callFunction:fail Error: errCode: -501000  | errMsg: Environment not found'

async function explainIn(files: Record<string, string>, text: string) {
  const { root } = makeProject(files)
  const { project } = await explain(text, { language: 'en', project: openProject(root) })
  const finding = project.find(({ topic }) => topic === 'environments') as EnvironmentFinding | undefined
  return { data: finding?.data, lines: finding?.lines.map(({ en }) => en).join('\n') }
}

test('the ids of env.ts are listed: local, not filled in, filled in', async () => {
  const { data, lines } = await explainIn({ 'miniprogram/env.ts': ENV }, NOT_FOUND)
  expect(data).toEqual({ environments: { develop: 'local', trial: 'your-env-id', release: 'prod-1a2b3c' } })
  expect(lines).toMatch(
    /env\.ts develop: local, the cloud on this machine\n.*env\.ts trial: not filled in yet\n.*env\.ts release: prod-1a2b3c\n/,
  )
})

test('an id in the text is held against them', async () => {
  const files = { 'miniprogram/env.ts': ENV }
  const same = await explainIn(files, `${NOT_FOUND} (env: prod-1a2b3c)`)
  expect(same.data?.inText).toBe('prod-1a2b3c')
  expect(same.lines).toContain('release: prod-1a2b3c, as in the text')
  expect(same.lines).toContain('look in the console whether it exists')

  const other = await explainIn(files, `envId="prod-1a2b3d" ${NOT_FOUND}`)
  expect(other.lines).toContain(
    'the text names prod-1a2b3d, which is not in miniprogram/env.ts; prod-1a2b3c is near it',
  )
})

test('a value that is not written out is said to be so', async () => {
  const env = ENV.replace("'your-env-id'", 'idOfTrial')
  const { data, lines } = await explainIn({ 'miniprogram/env.ts': env }, NOT_FOUND)
  expect(data?.environments).toEqual({ develop: 'local', trial: undefined, release: 'prod-1a2b3c' })
  expect(lines).toContain('trial: not a plain text')
})

test('a project without env.ts says so', async () => {
  expect((await explainIn({}, NOT_FOUND)).lines).toContain('there is no miniprogram/env.ts')
})

test('a tourist AppID is named as what cannot open the cloud', async () => {
  const files = { 'miniprogram/env.ts': ENV, 'project.config.json': '{ "appid": "touristappid" }' }
  expect((await explainIn(files, 'errCode: -601034 没有权限，请先开通云开发或者云托管')).lines).toContain(
    'project.config.json appid: touristappid, which cannot open the cloud',
  )
  const own = { ...files, 'project.config.json': '{ "appid": "wx0123456789abcdef" }' }
  expect((await explainIn(own, NOT_FOUND)).lines).not.toContain('touristappid')
})

test('an error that has nothing to do with environments says nothing of them', async () => {
  expect((await explainIn({ 'miniprogram/env.ts': ENV }, 'errCode: -501001')).data).toBeUndefined()
})
