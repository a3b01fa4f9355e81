import { type CallForm, sdkFunction } from './call-form'

/** What stands between `cloud` and the parentheses. */
export const expressions: CallForm[] = [
  ['brackets with a whole name', sdkFunction("cloud['openapi']['wxacode.get']()"), ['wxacode.get']],
  ['template as a key', sdkFunction('cloud.openapi[`wxacode`][`get`]()'), ['wxacode.get']],
  ['constant as a key', sdkFunction('cloud.openapi[NAME]()', "const NAME = 'wxacode.get'"), ['wxacode.get']],
  [
    'constant of an object as a key',
    sdkFunction('cloud.openapi[NAMES.code]()', "const NAMES = { code: 'wxacode.get' } as const"),
    ['wxacode.get'],
  ],
  [
    'enum as a key',
    sdkFunction('cloud.openapi[Name.Code]()', "enum Name { Code = 'wxacode.get' }"),
    ['wxacode.get'],
  ],
  [
    'joined constants as a key',
    sdkFunction(
      `cloud.openapi["wxacode." + METHOD](); cloud.openapi[\`ocr.\${METHOD}\`]()`,
      "const METHOD = 'get'",
    ),
    ['ocr.get', 'wxacode.get'],
  ],
  ['choice as a key', sdkFunction("cloud.openapi[event.x ? 'a.b' : 'c.d']()"), ['a.b', 'c.d']],
  [
    'variable with two constants as a key',
    sdkFunction("let name = 'a.b'; if (event.x) name = 'c.d'; cloud.openapi[name]()"),
    ['a.b', 'c.d'],
  ],
  [
    'parameter that gets constants as a key',
    sdkFunction("send('a.b'); send('c.d')", 'const send = (name: string) => cloud.openapi[name]({})'),
    ['a.b', 'c.d'],
  ],
  ['optional chaining', sdkFunction('cloud?.openapi?.wxacode?.get?.()'), ['wxacode.get']],
  ['cast, non-null and parentheses', sdkFunction('((cloud as any).openapi!.wxacode).get()'), ['wxacode.get']],
  [
    'call, apply and bind',
    sdkFunction(
      'cloud.openapi.a.b.call(cloud, {}); cloud.openapi.c.d.apply(null, [{}]); cloud.openapi.e.f.bind(cloud)',
    ),
    ['a.b', 'c.d', 'e.f'],
  ],
  ['bind, called later', sdkFunction('const send = cloud.openapi.a.b.bind(null); send({})'), ['a.b']],
  [
    'options',
    sdkFunction("cloud.openapi({ appid: 'wx1' }).a.b(); cloud.openapi({ version: 'v2' }).c.d()"),
    ['a.b', 'c.d'],
  ],
  [
    'options kept in a variable',
    sdkFunction('const api = cloud.openapi({ appid: event.appid }); api.a.b()'),
    ['a.b'],
  ],
  ['version in the name', sdkFunction('cloud.openapi.v2.a.b()'), ['v2.a.b']],
  ['four parts', sdkFunction('cloud.openapi.wxa.sec.order.getOrder({})'), ['wxa.sec.order.getOrder']],
  [
    'choice between SDKs',
    sdkFunction(
      'const sdk = event.x ? cloud : other; sdk.openapi.a.b()',
      'const other = new cloud.Cloud({})',
    ),
    ['a.b'],
  ],
  [
    'or, nullish, comma',
    sdkFunction(
      '(undefined ?? cloud.openapi).a.b(); (0, cloud.openapi.c.d)(); (event.api || cloud.openapi).e.f()',
    ),
    ['a.b', 'c.d', 'e.f'],
  ],
  ['tagged template', sdkFunction('cloud.openapi.a.b`x`'), ['a.b']],
  [
    'promise of a call',
    sdkFunction('return cloud.openapi.a.b().then((r: any) => r.x).catch(() => null)'),
    ['a.b'],
  ],
  [
    'several calls at once',
    sdkFunction('await Promise.all([cloud.openapi.a.b(), cloud.openapi.c.d()])'),
    ['a.b', 'c.d'],
  ],
  [
    'guarded by a test',
    sdkFunction("if (cloud.openapi && typeof cloud.openapi.a.b === 'function') await cloud.openapi.c.d()"),
    ['c.d'],
  ],
  [
    'whole name as a callback',
    sdkFunction('return event.items.map(cloud.openapi.wxacode.get)'),
    ['wxacode.get'],
  ],
  [
    'whole names in an array',
    sdkFunction('for (const send of [cloud.openapi.a.b, cloud.openapi.c.d]) send({})'),
    ['a.b', 'c.d'],
  ],
  [
    'generator and class method',
    sdkFunction(
      'for (const x of Codes.all()) await x; new Codes().one()',
      'class Codes { static *all() { yield cloud.openapi.a.b() } one() { return cloud.openapi.c.d() } }',
    ),
    ['a.b', 'c.d'],
  ],
]
