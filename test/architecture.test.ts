import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import { parseSync } from 'oxc-parser'

const ROOT = join(__dirname, '..')

/** One import of a file of ours, with the file it leads to; paths are from the root, without extension. */
interface Edge {
  from: string
  to: string
  isType: boolean
}

function sourceFiles(dir: string): string[] {
  return readdirSync(join(ROOT, dir), { withFileTypes: true }).flatMap(entry => {
    const path = `${dir}/${entry.name}`
    if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : sourceFiles(path)
    return /(?<!\.d)\.ts$/.test(entry.name) ? [path] : []
  })
}

function edgesOf(file: string): Edge[] {
  const text = readFileSync(join(ROOT, file), 'utf8')
  const { program } = parseSync(file, text)
  const static_ = program.body.flatMap(node => {
    if (node.type === 'ImportDeclaration')
      return [{ to: node.source.value, isType: node.importKind === 'type' }]
    if (node.type === 'ExportNamedDeclaration' && node.source)
      return [{ to: node.source.value, isType: node.exportKind === 'type' }]
    if (node.type === 'ExportAllDeclaration')
      return [{ to: node.source.value, isType: node.exportKind === 'type' }]
    return []
  })
  const dynamic = [...text.matchAll(/(\btypeof\s+)?\b(?:import|require)\(\s*['"]([^'"]+)['"]\s*\)/g)].map(
    match => ({
      to: match[2] ?? '',
      isType: match[1] !== undefined,
    }),
  )
  return [...static_, ...dynamic]
    .filter(({ to }) => to.startsWith('.'))
    .map(({ to, isType }) => ({ from: file, to: posix.join(dirname(file), to), isType }))
}

const EDGES = ['miniprogram', 'cloudfunctions', 'scripts'].flatMap(dir => sourceFiles(dir).flatMap(edgesOf))

const show = ({ from, to }: Edge) => `${from} -> ${to}`
const top = (path: string) => path.split('/')[0]
const room = (path: string) => path.split('/').slice(0, 2).join('/')

test('the rules below look at real imports', () => {
  expect(EDGES.length).toBeGreaterThan(100)
  expect(new Set(EDGES.map(({ from }) => top(from)))).toEqual(
    new Set(['miniprogram', 'cloudfunctions', 'scripts']),
  )
})

test('the mini program imports nothing outside itself but the types of the contract', () => {
  const leaving = EDGES.filter(({ from, to }) => top(from) === 'miniprogram' && top(to) !== 'miniprogram')
  expect(leaving.filter(({ to, isType }) => !(to === 'cloudfunctions/contract' && isType)).map(show)).toEqual(
    [],
  )
})

test('a cloud function imports its own files and shared code only; shared code imports no function', () => {
  const notFunctions = new Set(['cloudfunctions/shared', 'cloudfunctions/typings'])
  const wrong = EDGES.filter(({ from, to, isType }) => {
    if (top(from) !== 'cloudfunctions' || from === 'cloudfunctions/contract.ts') return false
    if (isType && notFunctions.has(room(from)) && room(to) === 'cloudfunctions/typings') return false
    return room(to) !== room(from) && room(to) !== 'cloudfunctions/shared'
  })
  expect(wrong.map(show)).toEqual([])
})

test('scripts import from outside only the HTTPS APIs and the pure files about errors', () => {
  const allowed =
    /^(cloudfunctions\/shared\/wechat-api\/|miniprogram\/cloud\/(advice|cloud-error|error-codes)$)/
  const wrong = EDGES.filter(
    ({ from, to }) => top(from) === 'scripts' && top(to) !== 'scripts' && !allowed.test(to),
  )
  expect(wrong.map(show)).toEqual([])
})

/** Shelves hold single tools and are imported by file; every other folder of scripts/ is a room with one door. */
const SHELVES = new Set(['scripts/project', 'scripts/cli'])

test('each room of scripts has one door', () => {
  const wrong = EDGES.filter(({ from, to }) => {
    if (top(from) !== 'scripts' || top(to) !== 'scripts' || room(to) === room(from) || SHELVES.has(room(to)))
      return false
    return to !== room(to) && to !== `${room(to)}/index`
  })
  expect(wrong.map(show)).toEqual([])
})

test.each([
  ['scripts/build', ['scripts/local-cloud', 'scripts/preview', 'scripts/start', 'scripts/deploy']],
  [
    'scripts/local-cloud',
    ['scripts/preview', 'scripts/build', 'scripts/start', 'scripts/deploy', 'scripts/check'],
  ],
  [
    'scripts/project',
    ['scripts/build', 'scripts/check', 'scripts/local-cloud', 'scripts/permissions', 'scripts/cli'],
  ],
])('%s knows nothing of %p', (from, rooms) => {
  const wrong = EDGES.filter(edge => room(edge.from) === from && rooms.includes(room(edge.to)))
  expect(wrong.map(show)).toEqual([])
})

test('nothing imports test/', () => {
  expect(EDGES.filter(({ to }) => top(to) === 'test').map(show)).toEqual([])
})
