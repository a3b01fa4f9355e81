import { type CallForm, plainFunction, sdkFunction } from './call-form'

/** What the code keeps a part of the SDK in before it calls. */
export const aliases: CallForm[] = [
  ['alias of openapi', sdkFunction('api.wxacode.get()', 'const api = cloud.openapi'), ['wxacode.get']],
  [
    'destructured category',
    sdkFunction('wxacode.get()', 'const { wxacode } = cloud.openapi'),
    ['wxacode.get'],
  ],
  [
    'destructured method',
    sdkFunction('getUnlimited()', 'const { wxacode: { getUnlimited } } = cloud.openapi'),
    ['wxacode.getUnlimited'],
  ],
  [
    'destructured with defaults',
    sdkFunction('const { wxacode: { get: make = () => 1 } = {} as any } = cloud.openapi; make()'),
    ['wxacode.get'],
  ],
  [
    'destructured with a constant key',
    sdkFunction('const { [KEY]: code } = cloud.openapi; code.get()', "const KEY = 'wxacode'"),
    ['wxacode.get'],
  ],
  [
    'destructured rest of the SDK',
    sdkFunction('database(); rest.openapi.a.b()', 'const { database, ...rest } = cloud'),
    ['a.b'],
  ],
  [
    'assigned by destructuring',
    sdkFunction(
      'api.a.b()',
      `let api: any
;({ openapi: api } = cloud)`,
    ),
    ['a.b'],
  ],
  ['variable assigned later', sdkFunction('api = cloud.openapi; api.a.b()', 'let api: any'), ['a.b']],
  ['variable assigned if empty', sdkFunction('api ??= cloud.openapi; api.a.b()', 'let api: any'), ['a.b']],
  ['value of an assignment', sdkFunction('(api = cloud.openapi).a.b()', 'let api: any'), ['a.b']],
  [
    'function that returns openapi',
    sdkFunction('api().wxacode.get()', 'const api = () => cloud.openapi'),
    ['wxacode.get'],
  ],
  [
    'function declaration that returns a category',
    sdkFunction('codes().get()', 'function codes() { return cloud.openapi.wxacode }'),
    ['wxacode.get'],
  ],
  [
    'async function that returns the SDK',
    sdkFunction('const c = await sdk(); c.openapi.a.b()', 'const sdk = async () => cloud'),
    ['a.b'],
  ],
  ['function called at once', sdkFunction('(() => cloud.openapi)().a.b()'), ['a.b']],
  ['argument', sdkFunction('send(cloud.openapi)', 'const send = (api: any) => api.a.b()'), ['a.b']],
  [
    'destructured argument',
    sdkFunction('send(cloud, 1)', 'function send({ openapi }: any, x: number) { return openapi.a.b(x) }'),
    ['a.b'],
  ],
  [
    'argument in an object',
    sdkFunction('send({ sdk: cloud })', 'function send({ sdk }: any) { return sdk.openapi.a.b() }'),
    ['a.b'],
  ],
  [
    'default of a parameter',
    sdkFunction('send()', 'const send = (sdk = cloud) => sdk.openapi.a.b()'),
    ['a.b'],
  ],
  [
    'argument by call',
    sdkFunction('send.call(null, cloud.openapi)', 'function send(this: any, api: any) { return api.a.b() }'),
    ['a.b'],
  ],
  [
    'this by call',
    sdkFunction('send.call(cloud)', 'function send(this: any) { return this.openapi.a.b() }'),
    ['a.b'],
  ],
  [
    'callback that gets the SDK',
    sdkFunction('withCloud(c => c.openapi.a.b())', 'const withCloud = (use: (c: any) => any) => use(cloud)'),
    ['a.b'],
  ],
  [
    'handler of a definition that gets the SDK',
    `import cloud from 'wx-server-sdk'
const define = ({ handler }: any) => async (event: any) => handler(event, { cloud })
export const main = define({ handler: async (event: any, { cloud }: any) => cloud.openapi.a.b() })`,
    ['a.b'],
  ],
  [
    'argument of a method',
    sdkFunction(
      'codes.send(cloud.openapi)',
      `class Codes { send(api: any) { return api.a.b() } }
const codes = new Codes()`,
    ),
    ['a.b'],
  ],
  [
    'argument of a constructor',
    sdkFunction('new Codes(cloud.openapi)', 'class Codes { constructor(api: any) { api.a.b() } }'),
    ['a.b'],
  ],
  [
    'argument of a parent constructor',
    sdkFunction(
      'new B()',
      `class A { constructor(api: any) { api.a.b() } }
class B extends A { constructor() { super(cloud.openapi) } }`,
    ),
    ['a.b'],
  ],
  [
    'argument of a method on this',
    sdkFunction(
      'new Codes().run()',
      'class Codes { run() { return this.send(cloud.openapi) } send(api: any) { return api.a.b() } }',
    ),
    ['a.b'],
  ],
  [
    'whole name as an argument',
    sdkFunction('retry(cloud.openapi.a.b)', 'const retry = async (call: any) => call({})'),
    ['a.b'],
  ],
  ['holder object', sdkFunction('sdk.cloud.openapi.a.b()', 'const sdk = { cloud }'), ['a.b']],
  [
    'holder of functions',
    sdkFunction(
      'api.send(); api.get()',
      'const api = { send: cloud.openapi.a.b, get: () => cloud.openapi.c.d() }',
    ),
    ['a.b', 'c.d'],
  ],
  [
    'getter of an object',
    sdkFunction('sdk.api.a.b()', 'const sdk = { get api() { return cloud.openapi } }'),
    ['a.b'],
  ],
  [
    'this of an object',
    sdkFunction('sdk.send()', 'const sdk = { cloud, send() { return this.cloud.openapi.a.b() } }'),
    ['a.b'],
  ],
  [
    'frozen object',
    sdkFunction('sdk.api.a.b()', 'const sdk = Object.freeze({ api: cloud.openapi })'),
    ['a.b'],
  ],
  [
    'object spread of the SDK',
    sdkFunction('sdk.openapi.a.b()', 'const sdk = { ...cloud, extra: 1 }'),
    ['a.b'],
  ],
  [
    'captured by a closure',
    sdkFunction('make(cloud.openapi)()', 'const make = (api: any) => () => api.a.b()'),
    ['a.b'],
  ],
  [
    'object read under an unknown key',
    sdkFunction('apis[event.x].get()', 'const apis: any = { code: cloud.openapi.wxacode }'),
    ['wxacode.get'],
  ],

  [
    'checked before it is called',
    sdkFunction(
      `const check = cloud.openapi?.security?.imgSecCheck; if (typeof check !== 'function') throw new Error('none'); await check.call(cloud.openapi.security, {})`,
    ),
    ['security.imgSecCheck'],
  ],
  [
    'options only where openapi exists',
    sdkFunction(
      'const api = cloud.openapi ? cloud.openapi({ env: 1 }) : null; if (!api || !api.security || !api.security.msgSecCheck) return; await api.security.msgSecCheck({})',
    ),
    ['security.msgSecCheck'],
  ],
  [
    'dependencies of a factory',
    sdkFunction(
      'await service.check(event)',
      'const createService = ({ cloud: sdk, log = console }: any) => ({ check: (x: any) => { log.info(x); return sdk.openapi.a.b(x) } })\nconst service = createService({ cloud })',
    ),
    ['a.b'],
  ],
  [
    'one of two functions',
    sdkFunction(
      '(event.x ? f : g)(cloud.openapi)',
      'const f = (api: any) => api.a.b()\nconst g = (api: any) => api.c.d()',
    ),
    ['a.b', 'c.d'],
  ],
  [
    'function that calls itself',
    sdkFunction(
      'send(cloud.openapi, 3)',
      'function send(api: any, n: number): any { return n > 0 ? send(api, n - 1) : api.a.b() }',
    ),
    ['a.b'],
  ],
  [
    'kept by a closure when first asked',
    sdkFunction(
      'sdk().openapi.a.b()',
      'const once = (make: any) => { let kept: any; return () => (kept ??= make()) }\nconst sdk = once(() => cloud)',
    ),
    ['a.b'],
  ],
  [
    'promise as an argument',
    plainFunction(
      'send(import("wx-server-sdk"))',
      'const send = async (sdk: Promise<any>) => (await sdk).openapi.a.b()',
    ),
    ['a.b'],
  ],
  [
    'method of a parent class',
    sdkFunction(
      'new B().send(cloud.openapi)',
      'class A { send(api: any) { return api.a.b() } }\nclass B extends A {}',
    ),
    ['a.b'],
  ],

  [
    'private method',
    sdkFunction(
      'new Codes().run()',
      'class Codes { run() { return this.#send(cloud.openapi) } #send(api: any) { return api.a.b() } }',
    ),
    ['a.b'],
  ],
  [
    'this of a method that is assigned',
    sdkFunction(
      'sdk.send()',
      'const sdk: any = { cloud }\nsdk.send = function () { return this.cloud.openapi.a.b() }',
    ),
    ['a.b'],
  ],
  [
    'this of a method from another object',
    sdkFunction(
      'sdk.send()',
      'const base = { send(this: any) { return this.cloud.openapi.a.b() } }\nlet sdk: any = { ...base, cloud }\nsdk = { ...sdk, x: 1 }\nsdk = { ...sdk, y: 2 }',
    ),
    ['a.b'],
  ],
]
