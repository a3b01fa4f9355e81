import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { KIT_ROOT } from '../scripts/support/projects'

jest.setTimeout(30_000)

const picture = readFileSync(join(KIT_ROOT, 'docs/images/architecture.svg'), 'utf8')

test('the architecture picture needs nothing from outside and runs nothing', () => {
  const addresses = [...picture.matchAll(/\bhttps?:\/\/[^"]+/g)].map(([address]) => address)
  expect(addresses).toEqual(['http://www.w3.org/2000/svg'])
  expect(picture).not.toMatch(/<(?:image|script|foreignObject|use)\b|@font-face|@import|url\((?!#)/)
})

test('the architecture picture can be read in the dark, and aloud', () => {
  expect(picture).toContain('@media (prefers-color-scheme: dark)')
  expect(picture).toMatch(/role="img" aria-labelledby="title description"/)
  expect(picture).toMatch(/<title id="title">.+<\/title>\s*<desc id="description">.+<\/desc>/)
})

test('the architecture picture names commands and files that exist', () => {
  const words = [...picture.matchAll(/<text[^>]*class="code[^>]*>([^<]+)</g)].map(([, text = '']) => text)
  const commands = words.filter(text => text.startsWith('kit ')).map(text => text.slice('kit '.length))
  expect(commands.sort()).toEqual(['build', 'check', 'deploy', 'start'])
  for (const command of commands) expect(require(`../../scripts/${command}`)).toHaveProperty('command')
  const files = words.flatMap(text => text.split(/\s+/)).filter(word => /^[\w./-]+\.rules\.json$/.test(word))
  expect(files).toHaveLength(2)
  for (const file of files) JSON.parse(readFileSync(join(KIT_ROOT, 'cloudfunctions', file), 'utf8'))
})
