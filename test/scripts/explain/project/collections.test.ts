import { explain } from '../../../../scripts/explain/explanation'
import type { CollectionFinding } from '../../../../scripts/explain/project/collections'
import { openProject } from '../../../../scripts/explain/project/project'
import { useProjects } from '../../support/projects'

const makeProject = useProjects()

const FILES = {
  'cloudfunctions/database.rules.json':
    '{ "guestbook": { "read": true, "write": false }, "orders": { "read": false, "write": false } }',
  'cloudfunctions/book/index.ts': `import { db, NOTES } from './db'
// db.collection('in-a-comment')
export const main = async () => [db.collection('guestbok').get(), db.collection(NOTES).get()]
`,
  'cloudfunctions/book/db.ts': "export const db: any = {}\nexport const NOTES = 'notes' as const\n",
  'cloudfunctions/shop/index.ts': 'export const main = async (db: any) => db.collection(`orders`).get()\n',
  'miniprogram/pages/home/home.ts': "wx.cloud.database().collection('guestbook').get()\n",
}

async function explainIn(files: Record<string, string>, text: string, functionName?: string) {
  const { root } = makeProject(files)
  const { project } = await explain(text, { language: 'en', functionName, project: openProject(root) })
  const finding = project.find(({ topic }) => topic === 'collections') as CollectionFinding
  return { ...finding.data, lines: finding.lines.map(({ en }) => en) }
}

test('a collection that the text names is looked for in the code, and gets the nearest names', async () => {
  const { missing, nearest, lines } = await explainIn(
    FILES,
    'errCode: -502005 database collection not exists | errMsg: [ResourceNotFound] Db or Table not exist: guestbok. Please check your request',
  )
  expect(missing).toEqual({
    name: 'guestbok',
    uses: [{ file: 'cloudfunctions/book/index.ts', line: 3 }],
    hasRule: false,
  })
  expect(nearest).toEqual([
    { name: 'guestbook', uses: [{ file: 'miniprogram/pages/home/home.ts', line: 1 }], hasRule: true },
  ])
  expect(lines).toEqual([
    '- guestbok (cloudfunctions/book/index.ts:3; not in cloudfunctions/database.rules.json)',
    'the nearest names:',
    '- guestbook (miniprogram/pages/home/home.ts:1; in cloudfunctions/database.rules.json)',
  ])
})

test('a name that is not in the code is said to be so', async () => {
  const { lines, nearest } = await explainIn(FILES, 'errCode: -502005 collection("zzz") not exists')
  expect(lines).toEqual([
    'zzz: not used in the code of this project, and not in cloudfunctions/database.rules.json',
  ])
  expect(nearest).toEqual([])
})

const UNNAMED =
  'errCode: -502005 database collection not exists | errMsg: [ResourceNotFound] Db or Table not exist. Please check your request, but if the problem cannot be solved, contact us.'

test('if the text does not name it, as mostly, those of the code are listed, the suspect ones first', async () => {
  const { missing, nearest, lines } = await explainIn(FILES, UNNAMED)
  expect(missing).toBeUndefined()
  expect(nearest.map(({ name }) => name)).toEqual(['guestbok', 'notes', 'guestbook', 'orders'])
  expect(lines[1]).toMatch(/^- guestbok .*: is guestbook meant\?$/)
})

test('if the function is known, only its own collections are listed', async () => {
  const { nearest } = await explainIn(FILES, UNNAMED, 'shop')
  expect(nearest.map(({ name }) => name)).toEqual(['orders'])
})

test('a project that names no collection says so', async () => {
  const { nearest, lines } = await explainIn({}, UNNAMED)
  expect([nearest, lines]).toEqual([[], ['no collection is named in the code of this project']])
})
