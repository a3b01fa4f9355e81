import { type CallForm, plainFunction, sdkFunction } from './call-form'

/** What cannot be followed, and must not be passed over in silence. */
export const unclear: CallForm[] = [
  ['name from the event', sdkFunction('return cloud.openapi[event.api]()'), [], ['openapi-dynamic']],
  ['method from the event', sdkFunction('return cloud.openapi.wxacode[event.x]()'), [], ['openapi-dynamic']],
  [
    'template with an unknown part',
    sdkFunction(`return cloud.openapi[\`wxacode.\${event.x}\`]()`),
    [],
    ['openapi-dynamic'],
  ],
  ['member of the SDK from the event', sdkFunction('return cloud[event.x]()'), [], ['openapi-dynamic']],
  [
    'destructured under an unknown name',
    sdkFunction('const { [event.x]: api } = cloud.openapi; api()'),
    [],
    ['openapi-dynamic'],
  ],
  [
    'parameter of an exported function as a name',
    `import cloud from 'wx-server-sdk'
const call = (name: string) => cloud.openapi[name]()
export const main = call`,
    [],
    ['openapi-dynamic'],
  ],
  [
    'loop over the members',
    sdkFunction('for (const key in cloud.openapi) key; for (const api of cloud.openapi as any) api()'),
    [],
    ['openapi-escapes', 'openapi-escapes'],
  ],
  [
    'array element',
    sdkFunction('const apis = [cloud.openapi.wxacode]; apis[0].get()'),
    [],
    ['openapi-escapes'],
  ],
  [
    'class field',
    sdkFunction('new A().run()', 'class A { api = cloud.openapi; run() { return this.api.a.b() } }'),
    [],
    ['openapi-escapes'],
  ],
  [
    'field set by a constructor',
    sdkFunction('new A(cloud)', 'class A { api: any; constructor(c: any) { this.api = c } }'),
    [],
    ['openapi-escapes'],
  ],
  [
    'method of a class',
    sdkFunction('new A().api().a.b()', 'class A { api() { return cloud.openapi } }'),
    [],
    ['openapi-escapes'],
  ],
  ['argument of an unknown function', sdkFunction('event.use(cloud.openapi)'), [], ['openapi-escapes']],
  ['SDK as an argument of an unknown function', sdkFunction('event.use(cloud)'), [], ['openapi-escapes']],
  [
    'argument of an outside package',
    plainFunction(
      'wrap(cloud)',
      `import { wrap } from 'outside'
import cloud from 'wx-server-sdk'`,
    ),
    [],
    ['openapi-escapes'],
  ],
  [
    'argument of an inside package',
    {
      'index.ts': plainFunction(
        'wrap(cloud)',
        `import { wrap } from 'inside'
import cloud from 'wx-server-sdk'`,
      ),
      'node_modules/inside/index.js': 'exports.wrap = c => c.openapi.a.b()',
    },
    [],
    ['openapi-escapes'],
  ],
  [
    'function that returns it as an argument',
    sdkFunction('event.use(() => cloud.openapi)'),
    [],
    ['openapi-escapes'],
  ],
  ['returned from main', sdkFunction('return { api: cloud }'), [], ['openapi-escapes']],
  [
    'main itself',
    `import cloud from 'wx-server-sdk'
const api = () => cloud.openapi.wxacode
export { api as main }`,
    [],
    ['openapi-escapes'],
  ],
  ['global variable', sdkFunction('(globalThis as any).cloud = cloud'), [], ['openapi-escapes']],
  [
    'member of an object',
    sdkFunction('const holder: any = {}; holder.api = cloud.openapi; holder.api.a.b()'),
    [],
    ['openapi-escapes'],
  ],
  ['spread of openapi', sdkFunction('return { ...cloud.openapi.wxacode }'), [], ['openapi-escapes']],
  [
    'spread arguments',
    sdkFunction('f(...(event.list as [any]), cloud.openapi)', 'const f = (a: any, b: any) => b.a.b()'),
    [],
    ['openapi-escapes'],
  ],
  [
    'rest parameter',
    sdkFunction('f(cloud.openapi)', 'const f = (...apis: any[]) => apis[0].a.b()'),
    [],
    ['openapi-escapes'],
  ],
  [
    'arguments',
    sdkFunction(
      'g(cloud.openapi)',
      `function f(..._: any[]) { return arguments[0].a.b() }
function g(api?: any) { return arguments[0].a.b() }`,
    ),
    [],
    ['openapi-escapes'],
  ],
  [
    'rest of openapi',
    sdkFunction('const { wxacode, ...rest } = cloud.openapi; wxacode.get(); rest.ocr.idcard()'),
    ['wxacode.get'],
    ['openapi-escapes'],
  ],
  ['thrown', sdkFunction('throw cloud.openapi'), [], ['openapi-escapes']],
  [
    'yielded',
    sdkFunction('f().next().value.a.b()', 'function* f() { yield cloud.openapi }'),
    [],
    ['openapi-escapes'],
  ],
  [
    'Reflect and Proxy',
    sdkFunction("Reflect.get(cloud, 'openapi').a.b(); new Proxy(cloud, {})"),
    [],
    ['openapi-escapes', 'openapi-escapes'],
  ],
  ['part of a longer name', sdkFunction('event.use(cloud.openapi.wxa.sec.order)'), [], ['openapi-escapes']],
  ['key of an object', sdkFunction('return { [event.x]: cloud }'), [], ['openapi-escapes']],
  ['eval', sdkFunction('return cloud.init(), eval(event.code)'), [], ['openapi-escapes']],
  ['awaited openapi', sdkFunction('await cloud.openapi'), [], ['openapi-awaited']],
  ['awaited category', sdkFunction('const code = await cloud.openapi.wxacode'), [], ['openapi-awaited']],
  ['awaited whole name', sdkFunction('await cloud.openapi.wxacode.get'), [], ['openapi-awaited']],
  [
    'async function that returns openapi',
    sdkFunction('(await api()).a.b()', 'const api = async () => cloud.openapi'),
    [],
    ['openapi-awaited'],
  ],
  [
    'then without a call',
    sdkFunction('cloud.openapi.wxacode.get.then((r: any) => r)'),
    [],
    ['openapi-awaited'],
  ],
  ['one part only', sdkFunction('cloud.openapi.wxacode({ appid: 1 }).get()'), [], ['openapi-incomplete']],

  [
    'function that is replaced',
    sdkFunction('if (event.x) send = event.send; send(cloud.openapi)', 'let send = (api: any) => api.x.y()'),
    [],
    ['openapi-escapes'],
  ],
  [
    'method that a child class replaces',
    sdkFunction(
      'new B().run()',
      'class A { run() { this.send(cloud.openapi) } send(api: any) { api.a.b() } }\nclass B extends A { send(api: any) { api.c.d() } }',
    ),
    [],
    ['openapi-escapes'],
  ],
  [
    'timer',
    sdkFunction('setTimeout(send, 1, cloud)', 'const send = (sdk: any) => sdk.openapi.a.b()'),
    [],
    ['openapi-escapes'],
  ],
  [
    'promise that is made by hand',
    sdkFunction('const sdk: any = await new Promise(resolve => resolve(cloud)); sdk.openapi.a.b()'),
    [],
    ['openapi-escapes'],
  ],
  [
    'parent class',
    sdkFunction('return new Own({})', 'class Own extends (cloud as any).Cloud {}'),
    [],
    ['openapi-escapes'],
  ],
  [
    'constant that is replaced',
    sdkFunction('NAMES.code = event.name; cloud.openapi[NAMES.code]()', "const NAMES = { code: 'a.b' }"),
    [],
    ['openapi-dynamic'],
  ],
  [
    'parameter of a function that is also passed on',
    sdkFunction("call('a.b'); event.items.map(call)", 'const call = (name: string) => cloud.openapi[name]()'),
    [],
    ['openapi-dynamic'],
  ],
  [
    'parameter property',
    sdkFunction('new A(cloud)', 'class A { constructor(private cloud: any) {} }'),
    [],
    ['openapi-escapes'],
  ],

  [
    'method that is put in later',
    sdkFunction('event.fill(senders); senders.send(cloud)', 'const senders: any = {}'),
    [],
    ['openapi-escapes'],
  ],
  [
    'handler that is replaced',
    sdkFunction(
      'define({ handler: (api: any) => api.x.y() })()',
      'const define = (d: any) => { d.handler = d.wrap(d.handler); return () => d.handler(cloud.openapi) }',
    ),
    [],
    ['openapi-escapes'],
  ],
  [
    'name that a function passes to itself',
    sdkFunction(
      "call('a.b')",
      'const call = function again(name: string): any { return cloud.openapi[name]() ?? again(name + 1) + again(process.argv[0] as string) }',
    ),
    [],
    ['openapi-dynamic'],
  ],
]
