import { comparePermissions } from '../../../scripts/permissions/compare-permissions'
import { configJson } from '../support/projects'

const configFile = 'cloudfunctions/login/config.json'

/** Calls of these names, one line apart. */
function calls(...names: string[]) {
  return names.map((name, index) => ({
    name,
    file: 'cloudfunctions/login/index.ts',
    line: index + 1,
    column: 9,
  }))
}

function compare(called: string[], configText: string | undefined) {
  return comparePermissions({ configFile, configText, calls: calls(...called) })
}

describe('comparePermissions()', () => {
  test('finds nothing wrong if exactly the names that are called are listed, in any order', () => {
    expect(compare(['wxacode.get', 'ocr.idcard'], configJson('ocr.idcard', 'wxacode.get'))).toEqual([])
    expect(compare([], configJson())).toEqual([])
    expect(compare([], undefined)).toEqual([])
    expect(compare([], '{}')).toEqual([])
  })

  test('reports a name that is not listed once, at its first call, with the line to add', () => {
    const problems = compare(
      ['wxacode.get', 'wxacode.get', 'ocr.idcard', 'wxacode.get'],
      configJson('ocr.idcard'),
    )
    expect(problems).toEqual([
      {
        severity: 'error',
        rule: 'openapi-not-listed',
        message: `wxacode.get is called here (and in 2 more places), but ${configFile} does not list it: the call would fail with -604101`,
        file: 'cloudfunctions/login/index.ts',
        line: 1,
        column: 9,
        mend: `add to permissions.openapi in ${configFile}:\n"wxacode.get",\nor let \`kit check --fix\` do it: npm run kit -- check --fix`,
      },
    ])
  })

  test('shows the whole file to a function that has none', () => {
    expect(compare(['wxacode.get'], undefined)).toEqual([
      expect.objectContaining({
        mend: expect.stringContaining(
          `create ${configFile}:\n{ "permissions": { "openapi": ["wxacode.get"] } }`,
        ),
      }),
    ])
  })

  test('reports a name that is listed but never called, at its place', () => {
    expect(compare(['wxacode.get'], configJson('wxacode.get', 'ocr.idcard'))).toEqual([
      expect.objectContaining({
        severity: 'error',
        rule: 'openapi-not-called',
        file: configFile,
        line: 5,
        column: 7,
      }),
    ])
  })

  test('does not, as long as it is not known what is called', () => {
    const comparison = { configFile, configText: configJson('ocr.idcard'), calls: [], isComplete: false }
    expect(comparePermissions(comparison)).toEqual([])
  })

  test('takes a name in the wrong case for another name, and says which is called', () => {
    const problems = compare(['wxacode.getUnlimited'], configJson('wxacode.getunlimited'))
    expect(problems.map(({ rule }) => rule)).toEqual(['openapi-not-listed', 'openapi-not-called'])
    expect(problems[1]?.message).toContain('it calls wxacode.getUnlimited')
  })

  test('refuses "*" as undocumented, and it stands for no name', () => {
    const problems = compare(['wxacode.get'], configJson('*'))
    expect(problems.map(({ rule }) => rule)).toEqual(['openapi-not-listed', 'openapi-wildcard'])
    expect(problems[1]).toMatchObject({
      severity: 'error',
      line: 4,
      message: expect.stringContaining('undocumented'),
    })
  })

  test.each(['openapi.wxacode.get', 'cloud.openapi.wxacode.get'])('refuses the prefix of "%s"', entry => {
    expect(compare(['wxacode.get'], configJson(entry))).toEqual([
      expect.objectContaining({
        severity: 'error',
        rule: 'openapi-prefix',
        file: configFile,
        line: 4,
        mend: 'write "wxacode.get"',
      }),
    ])
  })

  test('reports an entry that stands twice, and one that is not a text', () => {
    const text = '{ "permissions": { "openapi": ["ocr.idcard", "ocr.idcard", 5, null, ["a.b"]] } }'
    const problems = compare(['ocr.idcard'], text)
    expect(problems.map(({ rule, line, column }) => [rule, line, column])).toEqual([
      ['openapi-duplicate', 1, 46],
      ['openapi-entry', 1, 60],
      ['openapi-entry', 1, 63],
      ['openapi-entry', 1, 69],
    ])
  })

  test('finds places behind a byte order mark and CRLF', () => {
    const text = `\uFEFF${configJson('ocr.idcard')}`.replaceAll('\n', '\r\n')
    expect(compare([], text)).toEqual([
      expect.objectContaining({ rule: 'openapi-not-called', line: 4, column: 7 }),
    ])
  })

  test.each([
    ['wxacode.getunlimited', 'wxacode.getUnlimited'],
    ['wxacode.getUnlimitted', 'wxacode.getUnlimited'],
    ['wxcode.get', 'wxacode.get'],
    ['subscribeMessage.sent', 'subscribeMessage.send'],
    ['v2.wxacode.gett', 'wxacode.get'],
  ])('warns of the unknown name %s and suggests %s', (called, nearest) => {
    expect(compare([called], configJson(called))).toEqual([
      expect.objectContaining({
        severity: 'warning',
        rule: 'openapi-unknown-name',
        file: 'cloudfunctions/login/index.ts',
        mend: `did you mean ${nearest}?`,
      }),
    ])
  })

  test('advises against neither entry where the misspelt name is in the code', () => {
    const problems = compare(['security.msgSecChek'], configJson('ocr.idcard', 'security.msgSecCheck'))
    expect(problems.map(({ rule, message, mend }) => [rule, message.split(',')[0], mend])).toEqual([
      ['openapi-not-listed', 'security.msgSecChek is called here', 'did you mean security.msgSecCheck?'],
      ['openapi-not-called', '"ocr.idcard" is listed', 'delete it; `kit check --fix` does it'],
    ])
  })

  test('does not advise to list a misspelt name', () => {
    expect(compare(['security.msgSecChek'], undefined)).toEqual([
      expect.objectContaining({ severity: 'error', mend: 'did you mean security.msgSecCheck?' }),
    ])
  })

  test('suggests nothing for a name that is like no other, and may be right', () => {
    const [problem] = compare(['zzz.somethingElse'], configJson('zzz.somethingElse'))
    expect(problem).toMatchObject({
      rule: 'openapi-unknown-name',
      mend: expect.stringContaining('may be right'),
    })
  })

  test('knows a name with a version in front', () => {
    expect(compare(['v2.wxacode.get'], configJson('v2.wxacode.get'))).toEqual([])
  })

  test.each(['', '{', '{ "permissions": { "openapi": ["a.b",] } }', '{} // none'])(
    'leaves broken JSON to others: %s',
    text => {
      expect(compare(['wxacode.get'], text)).toEqual([])
    },
  )

  test.each(['[]', '{ "permissions": [] }', '{ "permissions": { "openapi": "wxacode.get" } }'])(
    'takes a list of the wrong shape for none: %s',
    text => {
      expect(compare(['wxacode.get'], text).map(({ rule }) => rule)).toEqual(['openapi-not-listed'])
    },
  )
})
