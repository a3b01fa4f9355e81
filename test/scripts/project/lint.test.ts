import { spawnSync } from 'node:child_process'
import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { KIT_ROOT, type TestProject, useProjects } from '../support/projects'

const makeProject = useProjects()

const BIOME = join(KIT_ROOT, 'node_modules/@biomejs/biome/bin/biome')

function lint({ root }: TestProject, ...files: string[]) {
  cpSync(join(KIT_ROOT, 'biome.json'), join(root, 'biome.json'))
  const args = ['check', '--error-on-warnings', '--no-errors-on-unmatched', '--vcs-enabled=false', ...files]
  const { status, stderr } = spawnSync(process.execPath, [BIOME, ...args], { cwd: root, encoding: 'utf8' })
  return { status, stderr }
}

test('npm run lint takes the configuration of DevTools in the form that DevTools writes', () => {
  const project = makeProject()
  const files = ['project.config.json', 'project.private.config.json']
  const config = JSON.stringify(JSON.parse(project.read('project.config.json')), null, 2)
  for (const file of files) project.write(file, config)
  expect(lint(project, ...files)).toEqual({ status: 0, stderr: '' })
  project.write('other.json', config)
  expect(lint(project, 'other.json').status).toBe(1)
})

test('npm run lint leaves alone what DevTools builds of npm packages', () => {
  const script = 'var a=1;debugger'
  const project = makeProject({
    'miniprogram/miniprogram_npm/lib/index.js': script,
    'miniprogram/own.js': script,
  })
  expect(lint(project, 'miniprogram/miniprogram_npm').status).toBe(0)
  expect(lint(project, 'miniprogram').stderr).toContain('own.js')
})
