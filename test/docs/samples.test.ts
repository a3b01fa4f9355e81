import { toCloudError } from '../../miniprogram/cloud/cloud-error'
import { errorCodes } from '../../miniprogram/cloud/error-codes'
import { checkInline } from './support/check-inline'
import { checkJson } from './support/check-json'
import { checkShell, isOwnCommand } from './support/check-shell'
import { checkTypes } from './support/check-types'
import type { Fence } from './support/markdown'
import { allPages, type Page, pageOf } from './support/pages'

/** The compiler and the kit are started, on machines that may be busy. */
jest.setTimeout(60_000)

const fencesOf = (pages: readonly Page[], language: string) =>
  pages.flatMap(({ file, fences }) =>
    fences.filter(fence => fence.language === language).map(fence => ({ file, fence })),
  )
const linesOf = ({ text, line }: Fence) =>
  text.split('\n').map((words, index) => ({ words, line: line + 1 + index }))

/** What is wrong with the samples of pages, each as `file:line: what`. Types are checked in one run. */
function checkSamples(pages: readonly Page[]): string[] {
  return [
    ...checkTypes(fencesOf(pages, 'ts')),
    ...fencesOf(pages, 'json').flatMap(({ file, fence }) =>
      checkJson(fence).map(problem => `${file}:${fence.line}: ${problem}`),
    ),
    ...fencesOf(pages, 'sh').flatMap(({ file, fence }) =>
      linesOf(fence).flatMap(({ words, line }) =>
        checkShell(words).map(problem => `${file}:${line}: ${problem}`),
      ),
    ),
    ...fencesOf(pages, 'text').flatMap(({ file, fence }) =>
      checkErrorText(fence.text).map(problem => `${file}:${fence.line}: ${problem}`),
    ),
    ...pages.flatMap(({ file, codes }) =>
      codes.flatMap(({ text, line }) =>
        [...(isOwnCommand(text) ? checkShell(text) : []), ...checkInline(text)].map(
          problem => `${file}:${line}: ${problem}`,
        ),
      ),
    ),
  ]
}

/** A text of the platform holds codes; the mini program has to know each of them. */
function checkErrorText(text: string): string[] {
  if (!text.includes('errCode:')) return []
  const { codes } = toCloudError(text)
  return codes.filter(code => !errorCodes.has(code)).map(code => `the code ${code} is not explained`)
}

test('every sample in the documentation is right', () => {
  const pages = allPages()
  expect(fencesOf(pages, 'ts').length).toBeGreaterThan(10)
  expect(fencesOf(pages, 'json').length).toBeGreaterThan(10)
  expect(fencesOf(pages, 'sh').length).toBeGreaterThan(10)
  expect(checkSamples(pages)).toEqual([])
})

test('every sample in the documentation is of a kind that is checked', () => {
  const languages = allPages().flatMap(({ file, fences }) =>
    fences.map(({ language, line }) =>
      /^(?:ts|json|sh|text)?$/.test(language) ? '' : `${file}:${line}: ${language}`,
    ),
  )
  expect(languages.filter(found => found !== '')).toEqual([])
})

const fenced = (info: string, text: string) => `\`\`\`${info}\n${text}\n\`\`\`\n`

test('a right sample of each kind passes', () => {
  const right = [
    fenced('ts function', "export const main = defineFunction({ input: noInput, handler: () => 'hello' })"),
    fenced('ts page', "const { openid } = await call('login')\nopenid.toUpperCase()"),
    fenced(
      'ts cloudfunctions/greet/index.ts',
      "import { cloud } from '../shared/cloud'\ncloud.getWXContext()",
    ),
    fenced('json config', '{ "permissions": { "openapi": ["wxacode.get"] } }'),
    fenced('json database-rules', '{ "notes": { "read": "doc._openid == auth.openid" } }'),
    fenced('sh', "npm ci && npm start -- --timers --port 8711 # a comment\nnpm run kit -- call login '{}'"),
    fenced('text', 'errCode: -504002 functions execute fail | errMsg: Error: errCode: -604101 no permission'),
    'Runs by `0 30 3 * * * *`, `npm test` and `kit call NAME --timer` under `doc.age > 10`.',
  ]
  expect(checkSamples([pageOf(right.join('\n'))])).toEqual([])
})

test('wrong types are found, at their line, all in one run', () => {
  const wrong = [
    fenced('ts page', "await call('login')\nawait call('lgoin')"),
    fenced('ts function', 'export const main = defineFunction({ input: noInput, handlr: () => 1 })'),
    fenced('ts cloudfunctions/greet/index.ts', "import { cloud } from '../shared/clowd'\ncloud.init()"),
    fenced('ts', 'call()'),
  ]
  expect(checkSamples([pageOf(wrong.join('\n'))])).toEqual([
    expect.stringMatching(/^docs\/sample\.md:3: .*"lgoin"/),
    expect.stringMatching(/^docs\/sample\.md:7: .*handlr/s),
    expect.stringMatching(/^docs\/sample\.md:11: .*clowd/),
    expect.stringMatching(/^docs\/sample\.md:16: .*call/),
  ])
})

test.each([
  ['json', '{ "a": 1, }', /not JSON/],
  ['json config', '{ "permission": {} }', /"permission" is not a key/],
  ['json config', '{ "permissions": { "openapi": ["wxacode.getUnlimted"] } }', /getUnlimted/],
  ['json config', '{ "triggers": [{ "name": "a", "type": "timer", "config": "0 0 2 * * *" }] }', /7 fields/],
  ['json database-rules', '{ "notes": { "reed": true } }', /"reed"/],
  ['json storage-rules', '{ "read": "resource.openid = auth.openid" }', /./],
  ['json variables', '{ "notify": { "A": 1 } }', /texts/],
  ['json whatever', '{}', /nobody knows/],
  ['sh', 'npm run biuld', /no script "biuld"/],
  ['sh', 'npm start --timers', /behind --/],
  ['sh', 'npm start -- --timer', /unknown option '--timer'/],
  ['sh', 'npm start -- --port', /argument missing/],
  ['sh', 'npm start -- --port many', /whole number/],
  ['sh', 'npm run kit -- cal login', /no command "kit cal"/],
  ['sh', "npm run kit -- call login '{}' more", /too many arguments/],
  ['sh', 'npx jest test/nowhere', /no test\/nowhere/],
  ['sh', 'npx jset', /jset/],
  ['sh', 'npx --package=@cloudbase/cli@1.0.0 -- tcb login', /another version/],
  ['sh', 'rm -rf dist', /program rm/],
  ['text', 'errCode: -504002 functions execute fail | errMsg: errCode: -699999 what', /-699999/],
])('a wrong %s sample is found: %s', (info, text, problem) => {
  const found = checkSamples([pageOf(fenced(info, text))])
  expect(found).toHaveLength(1)
  expect(found[0]).toMatch(problem)
})

test.each([
  ['0 0 2 * * *', /7 fields/],
  ['0 0 2 30 2 * 2026', /never comes|comes/],
  ['0 0 25 * * * *', /hour/],
  ['doc._openid == auht.openid', /auht/],
  ['auth.openid == doc.owner &&', /./],
  ['kit bild', /no command/],
  ['npm run kit -- call NAME --timr', /--timr/],
  ['kit new pgae orders', /pgae/],
])('wrong code in the text is found: %s', (code, problem) => {
  const found = checkSamples([pageOf(`Some text with \`${code}\` in it.`)])
  expect(found.join()).toMatch(problem)
})
