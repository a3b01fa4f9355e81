import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
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

const TOP = join(KIT_ROOT, 'node_modules')

/** The packages at the top of `node_modules` that one needs; those inside of another come along with it. */
function closure(dir: string, seen = new Set<string>()): Set<string> {
  if (seen.has(dir) || !existsSync(join(dir, 'package.json'))) return seen
  seen.add(dir)
  const { dependencies = {}, optionalDependencies = {} } = JSON.parse(
    readFileSync(join(dir, 'package.json'), 'utf8'),
  )
  for (const name of Object.keys({ ...dependencies, ...optionalDependencies })) {
    const inside = join(dir, 'node_modules', name)
    closure(existsSync(inside) ? inside : join(TOP, name), seen)
  }
  return seen
}

test('the SDK chunk has the same bytes wherever its packages are installed, and through a link', async () => {
  const root = mkdtempSync(join(tmpdir(), 'kit-elsewhere-'))
  try {
    for (const file of ['package.json', 'package-lock.json']) cpSync(join(KIT_ROOT, file), join(root, file))
    for (const dir of [...closure(join(TOP, 'wx-server-sdk')), join(TOP, '@rspack/core')]) {
      cpSync(dir, join(root, 'node_modules', relative(TOP, dir)), { recursive: true })
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
