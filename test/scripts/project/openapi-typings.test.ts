import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { openapiNames } from '../../../scripts/project/openapi-names'
import {
  openapiTypings,
  openapiTypingsPath,
  writeOpenapiTypings,
} from '../../../scripts/project/openapi-typings'

const root = join(__dirname, '../../..')
const entry = (name: string, status = 'cloud-call: documented (page says 调用方法)') => ({
  name,
  method: 'POST',
  httpsPath: '',
  docUrl: `https://example.com/${name}`,
  status,
})

test('the types in the repository are those of the list of names', () => {
  const text = readFileSync(join(root, openapiTypingsPath), 'utf8')
  expect(text).toBe(openapiTypings(openapiNames().values()))
})

test('every name of the list is a call', () => {
  const text = readFileSync(join(root, openapiTypingsPath), 'utf8')
  const calls = [...text.matchAll(/^ +(\w+): OpenapiCall<'([\w.]+)'>$/gm)]
  expect(calls.map(([, method, name]) => [method, name])).toEqual(
    [...openapiNames().keys()].sort().map(name => [name.split('.').at(-1), name]),
  )
})

test('openapiTypings() nests names at the dots, two to four deep', () => {
  const text = openapiTypings([entry('wxa.sec.order.getOrder'), entry('a.b'), entry('wxa.check')])
  expect(text.slice(text.indexOf('export interface'))).toBe(`export interface OpenapiNames {
  a: {
    /** https://example.com/a.b */
    b: OpenapiCall<'a.b'>
  }
  wxa: {
    /** https://example.com/wxa.check */
    check: OpenapiCall<'wxa.check'>
    sec: {
      order: {
        /** https://example.com/wxa.sec.order.getOrder */
        getOrder: OpenapiCall<'wxa.sec.order.getOrder'>
      }
    }
  }
}
`)
})

test('openapiTypings() says of a name that it is unverified', () => {
  const text = openapiTypings([entry('a.b', 'cloud-call: UNVERIFIED (old server-API doc name only)')])
  expect(text).toContain('* Unverified: UNVERIFIED (old server-API doc name only)\n')
})

test.each([
  ['a.b', 'a.b'],
  ['a.b', 'a.b.c'],
  ['a.b.c', 'a.b'],
])('openapiTypings() refuses %s beside %s', (...names) => {
  expect(() => openapiTypings(names.map(name => entry(name)))).toThrow('Cannot type openapi')
})

test('writeOpenapiTypings() writes the file into the project', () => {
  const folder = mkdtempSync(join(tmpdir(), 'openapi-typings-'))
  try {
    const path = join(folder, openapiTypingsPath)
    mkdirSync(dirname(path), { recursive: true })
    writeOpenapiTypings(folder)
    expect(readFileSync(path, 'utf8')).toBe(readFileSync(join(root, openapiTypingsPath), 'utf8'))
  } finally {
    rmSync(folder, { recursive: true })
  }
})
