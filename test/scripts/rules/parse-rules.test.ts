// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the rules hold templates of their own

import type { Problem } from '../../../scripts/project/problem'
import { DEFAULT_STORAGE_RULES, parseDatabaseRules, parseStorageRules } from '../../../scripts/rules'

const FILE = 'cloudfunctions/database.rules.json'

type Parse = (text: string, file: string) => { problems: Problem[] }

/** `rule@line:column`, in the order of the file. */
function found(text: string, parse: Parse = parseDatabaseRules): string[] {
  return parse(text, FILE).problems.map(({ rule, line, column }) => `${rule}@${line}:${column}`)
}

/** The problems of one expression, with its columns counted from 1 in the expression. */
function inRule(expression: string, parse: Parse = parseDatabaseRules): string[] {
  const before = parse === parseDatabaseRules ? '{"things":{"read":' : '{"read":'
  const text = `${before}${JSON.stringify(expression)}${parse === parseDatabaseRules ? '}}' : '}'}`
  return parse(text, FILE).problems.map(({ rule, line, column = 0 }) => {
    expect(line).toBe(1)
    return `${rule}@${column - before.length - 1}`
  })
}

test('parseDatabaseRules() finds nothing wrong with the documented examples', () => {
  const text = JSON.stringify({
    todo: { read: 'doc._openid == auth.openid', write: 'doc._openid == auth.openid' },
    room: { read: 'auth.openid in get(`database.room.${doc._id}`).members', write: false },
    message: {
      read: 'auth.openid in get(`database.room.${doc.room}`).members && doc.withdrawn == false',
      create: 'auth.openid in get(`database.room.${doc.room}`).members',
      update: 'auth.openid == doc.sender',
      delete: false,
    },
    comment: {
      read: 'true',
      update: 'doc.commenter == auth.openid || get(`database.user.${auth.openid}`).isManager',
    },
    any: { read: 'get(`database.${doc.collection}.${doc._id}`) != null' },
    price: { update: 'doc.price == request.data.price || request.data.price == undefined' },
    listed: { read: "!(auth.openid in ['zzz', 'aaa']) && doc.score >= -1.5 && doc.time < now" },
    own: 'PRIVATE',
    shown: 'READONLY',
    shop: 'ADMINWRITE',
    secret: 'ADMINONLY',
  })
  const { rules, problems } = parseDatabaseRules(text, FILE)
  expect(problems).toEqual([])
  expect(rules.get('own')).toEqual({ kind: 'basic', permission: 'PRIVATE' })
  expect([...rules.keys()]).toHaveLength(11)
})

test.each([
  ['{"todos": {"read": true}', 'json-broken@1:25'],
  ['', 'json-broken@1:1'],
  ['{\n  // a note\n  "todos": {}\n}', 'json-broken@2:3'],
  ['{"todos": {"read": true,}}', 'json-broken@1:25'],
  ['[]', 'rules-shape@1:1'],
  ['{\n  "todos": 5\n}', 'rules-shape@2:12'],
  ['{\n  "todos": "PUBLIC"\n}', 'rules-permission@2:12'],
  ['{"todos": {\n "raed": true}}', 'rules-unknown-key@2:2'],
  ['{"todos": {"read": 1}}', 'rules-shape@1:20'],
  ['{"todos": {"read": ["doc.a == 1"]}}', 'rules-shape@1:20'],
  ['{"todos": {"write": false,\r\n"write": true}}', 'rules-duplicate-key@2:1'],
  ['{"todos": {}, "todos": {}}', 'rules-duplicate-key@1:15'],
])('parseDatabaseRules() says what is wrong with %j', (text, problem) => {
  expect(found(text)).toEqual([problem])
})

test.each([
  ['doc.a == ', 'rule-syntax@10'],
  ['(doc.a', 'rule-syntax@7'],
  ['', 'rule-syntax@1'],
  ['if (doc.a) {}', 'rule-syntax@1'],
  ['doc.a; doc.b', 'rule-syntax@8'],
  ['doc.a;', 'rule-syntax@6'],
  ['doc.a // yes', 'rule-syntax@7'],
  [`doc.a == "${'x'.repeat(1024)}"`, 'rule-length@1'],
  ['user.openid == doc.a', 'rule-variable@1'],
  ['doc.a == auth.unionid', 'rule-variable@15'],
  ['request.auth == 1', 'rule-variable@9'],
  ['resource.openid == auth.openid', 'rule-variable@1'],
  ['now.day == 1', 'rule-variable@5'],
  ['doc.a == fetch(`database.a.b`)', 'rule-function@10'],
  ['doc.tags.includes("a")', 'rule-function@1'],
  ['get(`database.user.${id}`).isManager', 'rule-variable@22'],
  ['get(doc.path, 1)', 'rule-get-path@1'],
  ['get(`user.${doc.id}`).a', 'rule-get-path@5'],
  ['get("database.user").a', 'rule-get-path@5'],
  ['get(5).a', 'rule-get-path@5'],
  [
    "get('database.a.1').x && get('database.a.2').x && get('database.a.3').x && get('database.a.4').x",
    'rule-get-count@76',
  ],
  ['get(`database.a.${get(`database.b.${get(`database.c.${doc.x}`).y}`).y}`).y == 1', 'rule-get-depth@1'],
  ['/a/ == doc.a', 'rule-regex@1'],
  ['doc.a in [1, "b", doc.c]', 'rule-list@10'],
  ['doc.a in [1, , 2]', 'rule-list@10'],
  ['doc.a + 1 == 2', 'rule-operator@7'],
  ['doc.a ?? true', 'rule-operator@7'],
  ['typeof doc.a == "x"', 'rule-operator@1'],
  ['doc?.a', 'rule-language@1'],
  ['doc.a ? true : false', 'rule-language@1'],
  ['doc.a == {}', 'rule-language@10'],
  ['doc.a = 1', 'rule-language@1'],
  ['(() => true)()', 'rule-function@1'],
  ['doc.a == 1n', 'rule-language@10'],
  ['this.a', 'rule-language@1'],
  ['doc.a === 1', 'rule-undocumented@7'],
  ['doc.a !== 1', 'rule-undocumented@7'],
])('in a rule that reads %j the finding is %s', (expression, problem) => {
  expect(inRule(expression)).toEqual([problem])
})

test('the column of a finding is right behind escapes in the string', () => {
  const text = '{"a": {"read": "doc.a == \\"\\u4e2d\\" && usr.b"}}'
  const column = text.indexOf('usr') + 1
  expect(found(text)).toEqual([`rule-variable@1:${column}`])
})

test('every finding of a rule is reported, and each says how to mend it where that can be said', () => {
  const { problems } = parseDatabaseRules('{"a": {"read": "usr.a === doc.b + 1"}}', FILE)
  expect(problems.map(({ severity, rule }) => `${severity} ${rule}`)).toEqual([
    'note rule-undocumented',
    'error rule-variable',
    'error rule-operator',
  ])
  expect(problems[0]?.mend).toBe('write "=="')
  expect(problems[1]?.mend).toBe('it knows auth, doc, now, request')
  expect(problems.every(problem => problem.file === FILE)).toBe(true)
})

test('parseStorageRules() takes read and write over auth and resource', () => {
  const text = '{"read": true, "write": "auth.loginType != \'ANONYMOUS\' && auth.openid == resource.openid"}'
  expect(parseStorageRules(text, FILE).problems).toEqual([])
  expect(DEFAULT_STORAGE_RULES.write?.source).toBe('resource.openid == auth.openid')
  expect(found('{"read": true, "create": true}', parseStorageRules)).toEqual(['rules-unknown-key@1:16'])
  expect(found('"PRIVATE"', parseStorageRules)).toEqual(['rules-shape@1:1'])
  expect(found('{', parseStorageRules)).toEqual(['json-broken@1:2'])
  expect(inRule('doc._openid == auth.openid', parseStorageRules)).toEqual(['rule-variable@1'])
  expect(inRule('resource.size < 5', parseStorageRules)).toEqual(['rule-variable@10'])
  expect(inRule('get("database.a.b").c', parseStorageRules)).toEqual(['rule-function@1'])
})
