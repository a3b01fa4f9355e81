import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { recover, type Swap, swapFolders, swapIn } from '../../../scripts/build/swap'

const isOurs = (name: string) => name.startsWith('our')

let dist: string
let swap: Swap
beforeEach(() => {
  dist = mkdtempSync(join(tmpdir(), 'kit-swap-'))
  swap = swapFolders(dist)
})
afterEach(() => rmSync(dist, { recursive: true }))

function put(folder: string, names: Record<string, string>): void {
  for (const [name, text] of Object.entries(names)) {
    mkdirSync(join(folder, name), { recursive: true })
    writeFileSync(join(folder, name, 'index.js'), text)
  }
}

function contents(folder: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder).map(name => [name, readFileSync(join(folder, name, 'index.js'), 'utf8')]),
  )
}

test('swapIn() replaces all that is ours and keeps the rest', () => {
  put(swap.current, { ourA: 'old', ourGone: 'old', theirs: 'theirs' })
  put(swap.next, { ourA: 'new', ourB: 'new' })
  swapIn(swap, isOurs)
  expect(contents(swap.current)).toEqual({ ourA: 'new', ourB: 'new', theirs: 'theirs' })
  expect(readdirSync(dist)).toEqual(['cloudfunctions'])
})

test('swapIn() puts the old folder back when the new one cannot take its place', () => {
  put(swap.current, { ourA: 'old' })
  expect(() => swapIn(swap, isOurs)).toThrow(/ENOENT/)
  expect(contents(swap.current)).toEqual({ ourA: 'old' })
})

test('recover() brings back the last output when a build was killed between the two renames', () => {
  put(swap.previous, { ourA: 'old', theirs: 'theirs' })
  put(swap.next, { ourA: 'half' })
  recover(swap, isOurs)
  expect(contents(swap.current)).toEqual({ ourA: 'old', theirs: 'theirs' })
  expect(existsSync(swap.next)).toBe(false)
})

test('recover() saves what is not ours when a build was killed right after the renames', () => {
  put(swap.current, { ourA: 'new' })
  put(swap.previous, { ourA: 'old', theirs: 'theirs' })
  recover(swap, isOurs)
  expect(contents(swap.current)).toEqual({ ourA: 'new', theirs: 'theirs' })
  expect(existsSync(swap.previous)).toBe(false)
})

test('recover() has nothing to do after a whole build', () => {
  put(swap.current, { ourA: 'old' })
  recover(swap, isOurs)
  expect(contents(swap.current)).toEqual({ ourA: 'old' })
})
