import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sdkChunk } from '../../../scripts/build/sdk-chunk'
import { configJson, KIT_ROOT, OPENAPI_FUNCTION, useProjects } from '../support/projects'
import { KIT_COMMAND } from '../support/run-kit'

const makeProject = useProjects()

const hash = (data: Buffer) => createHash('sha256').update(data).digest('hex')

function buildIn(timeZone: string): Record<string, string> {
  const { root } = makeProject({
    'cloudfunctions/code/index.ts': OPENAPI_FUNCTION,
    'cloudfunctions/code/config.json': configJson('wxacode.getUnlimited'),
  })
  const [node, ...kit] = KIT_COMMAND
  const { status } = spawnSync(node, [...kit, 'build', '--no-types'], {
    cwd: root,
    env: { ...process.env, TZ: timeZone },
  })
  expect(status).toBe(0)
  const files = ['dist/manifest.json', 'dist/packages/code.zip', 'dist/maps/code.js.map']
  const packaged = readdirSync(join(root, 'dist/cloudfunctions/code')).map(
    file => `dist/cloudfunctions/code/${file}`,
  )
  return Object.fromEntries([...files, ...packaged].map(file => [file, hash(readFileSync(join(root, file)))]))
}

test('two builds in different folders and time zones give the same bytes', () => {
  const first = buildIn('Asia/Shanghai')
  expect(Object.keys(first)).toHaveLength(7)
  expect(buildIn('America/St_Johns')).toEqual(first)
})

/** The folders of a package and of all that it needs, from the top of `node_modules`. */
function closure(name: string, seen = new Set<string>()): Set<string> {
  if (seen.has(name)) return seen
  seen.add(name)
  const { dependencies = {} } = JSON.parse(
    readFileSync(join(KIT_ROOT, 'node_modules', name, 'package.json'), 'utf8'),
  )
  for (const dependency of Object.keys(dependencies)) closure(dependency, seen)
  return seen
}

test('the SDK chunk has the same bytes wherever its packages are installed, and through a link', async () => {
  const root = mkdtempSync(join(tmpdir(), 'kit-elsewhere-'))
  try {
    for (const file of ['package.json', 'package-lock.json']) cpSync(join(KIT_ROOT, file), join(root, file))
    for (const name of [...closure('wx-server-sdk'), '@rspack/core']) {
      const from = join(KIT_ROOT, 'node_modules', name)
      cpSync(from, join(root, 'node_modules', name), { recursive: true })
    }
    const elsewhere = await sdkChunk(root, join(root, 'cache'))
    const here = await sdkChunk(KIT_ROOT, join(root, 'cache-here'))
    const linked = await sdkChunk(makeProject().root, join(root, 'cache-linked'))
    expect([here.sha256, linked.sha256]).toEqual([elsewhere.sha256, elsewhere.sha256])
    expect(elsewhere.compressed.data.equals(here.compressed.data)).toBe(true)
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
}, 60_000)
