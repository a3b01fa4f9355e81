import { markCalledFunctions } from '../../../scripts/build/mark-called-functions'

test.each([
  ['var a=function(){return 1}();', 'var a=(function(){return 1})();'],
  ['x=function(e){this.y=e}.call(x,1)', 'x=(function(e){this.y=e}).call(x,1)'],
  ['x=function(){}.apply(x,[])', 'x=(function(){}).apply(x,[])'],
  ['f(function(){return function(){}()}())', 'f((function(){return (function(){})()})())'],
  ['!function(){}()', '!(function(){})()'],
])('%s', (code, marked) => {
  expect(markCalledFunctions(code)).toBe(marked)
})

test.each([
  '(function(){})()',
  'var a=function(){}',
  'f(function(){})',
  'x=function(){}.bind(this)',
  '(()=>1)()',
])('%s stays as it is', code => {
  expect(markCalledFunctions(code)).toBe(code)
})

test('refuses what is not a script', () => {
  expect(() => markCalledFunctions('var = 1')).toThrow(SyntaxError)
})
