import { openRecord } from '../../../scripts/deploy/record'
import { useProjects } from '../support/projects'

const makeProject = useProjects()

function built(name: string, sha256 = 'a'.repeat(64)) {
  return { name, sha256, ownBytes: 1, bytes: 1, openapi: [], withheld: [], triggers: [] }
}

const now = () => new Date('2026-11-21T12:00:00Z')

test('openRecord() holds what was added, by content and by environment', () => {
  const { root } = makeProject()
  openRecord(root, 'one', now).add(built('login'), true)
  const record = openRecord(root, 'one')
  expect(record.holds(built('login'), true)).toBe(true)
  expect(record.holds(built('login', 'b'.repeat(64)), true)).toBe(false)
  expect(record.holds(built('logs'), true)).toBe(false)
  expect(openRecord(root, 'two').holds(built('login'), true)).toBe(false)
})

test('openRecord() does not hold one without permissions for a way that applies them', () => {
  const { root } = makeProject()
  openRecord(root, 'one', now).add(built('login'), false)
  const record = openRecord(root, 'one')
  expect(record.holds(built('login'), true)).toBe(false)
  expect(record.holds(built('login'), false)).toBe(true)
})

test('openRecord() writes each step at once, and keeps other environments', () => {
  const project = makeProject()
  openRecord(project.root, 'one', now).add(built('login'), true)
  const record = openRecord(project.root, 'two', now)
  record.add(built('logs'), true)
  record.forget('logs')
  expect(JSON.parse(project.read('.wx-cloud-kit/deployed.json'))).toEqual({
    version: 1,
    environments: {
      one: { login: { sha256: 'a'.repeat(64), permissions: true, at: '2026-11-21T12:00:00.000Z' } },
      two: {},
    },
  })
})

test.each(['', '{', 'null', '{"version":2,"environments":{"one":{}}}', '{"version":1}'])(
  'openRecord() takes %p for an empty record',
  text => {
    const project = makeProject({ '.wx-cloud-kit/deployed.json': text })
    const record = openRecord(project.root, 'one', now)
    expect(record.holds(built('login'), true)).toBe(false)
    record.add(built('login'), true)
    expect(openRecord(project.root, 'one').holds(built('login'), true)).toBe(true)
  },
)

test('openRecord() writes nothing when there is nothing to forget', () => {
  const project = makeProject()
  openRecord(project.root, 'one').forget('login')
  expect(project.has('.wx-cloud-kit')).toBe(false)
})
