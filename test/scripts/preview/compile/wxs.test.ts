import { compileWxs, WXS_RUNTIME } from '../../../../scripts/preview/compile/wxs'

/** Runs a script as the templates do. */
function run(source: string): unknown {
  const compiled = compileWxs(source)
  if (!('code' in compiled)) throw new Error(compiled.message)
  const module = { exports: {} }
  new Function('module', `${WXS_RUNTIME}${compiled.code}`)(module)
  return module.exports
}

test('compileWxs() makes x.constructor the word that WXS has for it', () => {
  const script = `var of = function (x) { return x.constructor }
    module.exports = [of([]), of({}), of(''), of(1), of(true), of(getRegExp('a')), of(getDate(0)), [1][0].constructor]`
  expect(run(script)).toEqual(['Array', 'Object', 'String', 'Number', 'Boolean', 'RegExp', 'Date', 'Number'])
})

test('compileWxs() leaves a property that only is called so', () => {
  expect(run("var key = 'constructor'; module.exports = { constructor: 1, b: { x: 2 }['x'] }")).toEqual({
    constructor: 1,
    b: 2,
  })
})

test('compileWxs() says where the syntax is wrong', () => {
  expect(compileWxs('var a = 1\nvar b = = 2\n')).toEqual({
    message: expect.any(String),
    line: 2,
    column: 9,
  })
})
