import { spawnSync } from 'node:child_process'
import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { KIT_ROOT, useProjects } from '../support/projects'

const makeProject = useProjects()

test('npm run lint takes the configuration of DevTools in the form that DevTools writes', () => {
  const project = makeProject()
  cpSync(join(KIT_ROOT, 'biome.json'), join(project.root, 'biome.json'))
  const files = ['project.config.json', 'project.private.config.json']
  const config = JSON.stringify(JSON.parse(project.read('project.config.json')), null, 2)
  for (const file of files) project.write(file, config)
  const biome = join(KIT_ROOT, 'node_modules/@biomejs/biome/bin/biome')
  const { status, stderr } = spawnSync(
    process.execPath,
    [biome, 'check', '--error-on-warnings', '--vcs-enabled=false', ...files],
    { cwd: project.root, encoding: 'utf8' },
  )
  expect(stderr).toBe('')
  expect(status).toBe(0)
  project.write('other.json', config)
  expect(
    spawnSync(process.execPath, [biome, 'check', '--vcs-enabled=false', 'other.json'], { cwd: project.root })
      .status,
  ).toBe(1)
})
