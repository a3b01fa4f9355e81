import { type CallForm, plainFunction, sdkFunction } from './call-form'

/** What must not be taken for a call, nor for an unclear use. */
export const innocent: CallForm[] = [
  [
    'unused export',
    {
      'index.ts': plainFunction('a()', "import { a } from './sdk'"),
      'sdk.ts': `import cloud from 'wx-server-sdk'
export const a = () => cloud.openapi.a.b()
export function b() { return cloud.openapi.c.d() }
export const c = cloud.openapi.e.f
export const d = cloud.openapi.wxacode`,
    },
    ['a.b'],
  ],
  [
    'parameter of the same name',
    sdkFunction('f(event); cloud.openapi.a.b()', 'const f = (cloud: any) => cloud.openapi.x.y()'),
    ['a.b'],
  ],
  [
    'variable of the same name',
    sdkFunction('{ const cloud = event; cloud.openapi.x.y() } cloud.database()'),
    [],
  ],
  [
    'name of a caught error',
    sdkFunction('try { cloud.init() } catch (cloud: any) { cloud.openapi.x.y() }'),
    [],
  ],
  [
    'hoisted function of the same name',
    sdkFunction('cloud().openapi.x.y(); function cloud(): any { return event }'),
    [],
  ],
  [
    'text and comments',
    sdkFunction('/* cloud.openapi.a.b() */ cloud.init(); return "cloud.openapi.c.d()"'),
    [],
  ],
  [
    'object with such a member',
    sdkFunction('cloud.init(); event.cloud.openapi.x.y(); event.openapi.x.y()'),
    [],
  ],
  ['no SDK at all', plainFunction('return event'), []],
  [
    'type import',
    plainFunction('return event as typeof cloud', "import type cloud from 'wx-server-sdk'"),
    [],
  ],
  ['name of the SDK as a text', sdkFunction("cloud.init(); return 'wx-server-sdk'"), []],
  [
    'the rest of the SDK',
    sdkFunction(
      'log.info({ OPENID }); await cloud.callFunction({ name: "x" }); return db.collection("a").where({ x: db.command.gt(1) }).get()',
      `cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })
const db = cloud.database()
const log = cloud.logger()
const { OPENID } = cloud.getWXContext()`,
    ),
    [],
  ],
  [
    'parts of the SDK that are passed on',
    plainFunction(
      'const { uploadFile, database } = cloud; event.use(uploadFile, database(), getWXContext, call); return [cloud.getOpenData]',
      "import cloud, { getWXContext, callFunction as call } from 'wx-server-sdk'",
    ),
    [],
  ],
  [
    'SDK that is looked at',
    sdkFunction(
      'console.log(cloud, cloud.openapi); if (!cloud) return; return typeof cloud.openapi === "object" && "openapi" in cloud && Object.keys(cloud)',
    ),
    [],
  ],
  [
    'export beside main',
    sdkFunction(
      'return event',
      `export { cloud }
export const api = cloud.openapi`,
    ),
    [],
  ],
  [
    'result that is passed on',
    sdkFunction('const code = await cloud.openapi.a.b(); event.keep(code); return [code.buffer, { code }]'),
    ['a.b'],
  ],
  [
    'unknown member of the result',
    sdkFunction('const r = await cloud.openapi.a.b(); return r[event.key]'),
    ['a.b'],
  ],
]
