import { fixPermissions } from '../../../scripts/permissions'
import { configJson } from '../support/projects'

const NAMES = ['wxacode.get', 'ocr.idcard']

describe('fixPermissions()', () => {
  test('writes a new file', () => {
    expect(fixPermissions(undefined, NAMES)).toBe(
      '{\n  "permissions": {\n    "openapi": ["ocr.idcard", "wxacode.get"]\n  }\n}\n',
    )
    expect(fixPermissions(undefined, [])).toBe('{\n  "permissions": {\n    "openapi": []\n  }\n}\n')
  })

  test('sorts the names, each once', () => {
    const fixed = fixPermissions(configJson(), ['b.c', 'a.b', 'b.c', 'B.a'])
    expect(JSON.parse(fixed)).toEqual({ permissions: { openapi: ['B.a', 'a.b', 'b.c'] } })
  })

  test.each([
    ['the same names', configJson('ocr.idcard', 'wxacode.get'), NAMES],
    ['no names and no list', '{ "triggers": [] }', []],
    ['broken JSON', '{ "permissions": ', NAMES],
    ['JSON with comments', '{ "permissions": { "openapi": [] } } // x', NAMES],
    ['an array', '[]', NAMES],
    ['permissions that are no object', '{ "permissions": 1 }', NAMES],
    ['a list that is no array', '{ "permissions": { "openapi": "*" } }', NAMES],
  ])('changes nothing: %s', (_, text, names) => {
    expect(fixPermissions(text, names)).toBe(text)
  })

  test('keeps order, indentation, odd spaces and the missing line end of the rest', () => {
    const text =
      '{\n    "triggers":[ ],\n\n    "permissions" : { "openapi":  ["a.b"] , "x" : 1 },\n    "timeout": 3}'
    expect(fixPermissions(text, NAMES)).toBe(text.replace('["a.b"]', '["ocr.idcard", "wxacode.get"]'))
  })

  test('keeps CRLF and the byte order mark', () => {
    const text =
      '\uFEFF{\r\n\t"triggers": [],\r\n\t"permissions": {\r\n\t\t"openapi": [\r\n\t\t\t"a.b"\r\n\t\t]\r\n\t}\r\n}\r\n'
    expect(fixPermissions(text, NAMES)).toBe(text.replace('"a.b"', '"ocr.idcard",\r\n\t\t\t"wxacode.get"'))
  })

  test('adds a list where there is none, in the manner of the file', () => {
    expect(fixPermissions('{\r\n\t"triggers": []\r\n}\r\n', ['a.b'])).toBe(
      '{\r\n\t"triggers": [],\r\n\t"permissions": {\r\n\t\t"openapi": ["a.b"]\r\n\t}\r\n}\r\n',
    )
    expect(fixPermissions('{\n    "permissions": {}\n}\n', ['a.b'])).toBe(
      '{\n    "permissions": {\n        "openapi": ["a.b"]\n    }\n}\n',
    )
    expect(JSON.parse(fixPermissions('{}', ['a.b']))).toEqual({ permissions: { openapi: ['a.b'] } })
  })

  test('breaks a list that does not fit on a line', () => {
    const names = [
      'customerServiceMessage.send',
      'immediateDelivery.addOrder',
      'subscribeMessage.send',
      'wxacode.getUnlimited',
    ]
    const lines = names.map(name => `      "${name}"`).join(',\n')
    expect(fixPermissions(undefined, names)).toBe(
      `{\n  "permissions": {\n    "openapi": [\n${lines}\n    ]\n  }\n}\n`,
    )
  })

  test('does not write a misspelt name, and leaves the one that was meant', () => {
    const right = configJson('security.msgSecCheck')
    expect(fixPermissions(right, ['security.msgSecChek'])).toBe(right)
    expect(fixPermissions(configJson(), ['security.msgSecChek'])).toBe(configJson())
    const fixed = fixPermissions(right, ['security.msgSecChek', 'ocr.idcard'])
    expect(JSON.parse(fixed)).toEqual({ permissions: { openapi: ['ocr.idcard', 'security.msgSecCheck'] } })
  })

  test('leaves a name that nobody knows where it is listed', () => {
    const listed = configJson('security.msgSecChek')
    expect(fixPermissions(listed, ['security.msgSecChek'])).toBe(listed)
  })

  test('empties a list', () => {
    expect(fixPermissions('{ "permissions": { "openapi": [ "a.b" ] } }', [])).toBe(
      '{ "permissions": { "openapi": [] } }',
    )
  })

  test.each([
    undefined,
    '{}',
    '{ "permissions": { "openapi": ["*"] } }',
    '\uFEFF{\r\n\t"permissions": {\r\n\t\t"openapi": [\r\n\t\t\t"a.b"\r\n\t\t]\r\n\t}\r\n}',
    '{"permissions":{"openapi":[5,"a.b",\n"c.d"]}}',
  ])('done twice is done once: %j', text => {
    const once = fixPermissions(text, NAMES)
    expect(JSON.parse(once.replace('\uFEFF', ''))).toEqual({
      permissions: { openapi: ['ocr.idcard', 'wxacode.get'] },
    })
    expect(fixPermissions(once, NAMES)).toBe(once)
  })
})
