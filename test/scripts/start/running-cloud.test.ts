import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findRunningCloud } from '../../../scripts/start'

let dataDir: string

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'kit-test-'))
})

afterEach(() => rmSync(dataDir, { recursive: true }))

const leaveWord = (text: string) => writeFileSync(join(dataDir, 'cloud.json'), text)

test.each([
  ['there is none', undefined],
  ['it was cut off', '{"url":'],
  ['it leads to another machine', '{"url":"http://example.com:80","pid":1}'],
  ['it is of a cloud that was killed', '{"url":"http://127.0.0.1:1","pid":1}'],
])('findRunningCloud() trusts no word where %s', async (_case, text) => {
  if (text !== undefined) leaveWord(text)
  expect(await findRunningCloud(dataDir)).toBeUndefined()
})

test('findRunningCloud() is not taken in by another program on the port', async () => {
  const server = createServer((_request, response) => response.end('{"cloud":"something else"}'))
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as { port: number }
  leaveWord(JSON.stringify({ url: `http://127.0.0.1:${port}`, pid: process.pid }))
  expect(await findRunningCloud(dataDir)).toBeUndefined()
  server.closeAllConnections()
  await new Promise(resolve => server.close(resolve))
})
