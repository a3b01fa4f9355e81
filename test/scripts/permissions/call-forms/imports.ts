import { type CallForm, plainFunction, sdkFunction } from './call-form'

/** How the SDK comes into a file. */
export const imports: CallForm[] = [
  ['default import', sdkFunction('return cloud.openapi.wxacode.get({})'), ['wxacode.get']],
  [
    'default import renamed',
    plainFunction('sdk.openapi.wxacode.get()', "import sdk from 'wx-server-sdk'"),
    ['wxacode.get'],
  ],
  [
    'namespace import',
    plainFunction('cloud.openapi.wxacode.get()', "import * as cloud from 'wx-server-sdk'"),
    ['wxacode.get'],
  ],
  [
    'default of a namespace',
    plainFunction('(ns as any).default.openapi.wxacode.get()', "import * as ns from 'wx-server-sdk'"),
    ['wxacode.get'],
  ],
  [
    'named import',
    plainFunction('openapi.wxacode.get()', "import { openapi } from 'wx-server-sdk'"),
    ['wxacode.get'],
  ],
  [
    'named import renamed',
    plainFunction('api.wxacode.get()', "import { openapi as api } from 'wx-server-sdk'"),
    ['wxacode.get'],
  ],
  [
    'import default as',
    plainFunction('c.openapi.wxacode.get()', "import { default as c } from 'wx-server-sdk'"),
    ['wxacode.get'],
  ],
  [
    'require',
    plainFunction('cloud.openapi.wxacode.get()', "const cloud = require('wx-server-sdk')"),
    ['wxacode.get'],
  ],
  [
    'require taken apart',
    plainFunction('wxacode.get()', "const { openapi: { wxacode } } = require('wx-server-sdk')"),
    ['wxacode.get'],
  ],
  ['require used at once', plainFunction("require('wx-server-sdk').openapi.wxacode.get()"), ['wxacode.get']],
  [
    'import = require',
    plainFunction('cloud.openapi.wxacode.get()', "import cloud = require('wx-server-sdk')"),
    ['wxacode.get'],
  ],
  [
    'require of a constant',
    plainFunction(
      'cloud.openapi.a.b()',
      `const NAME = 'wx-server-sdk'
const cloud = require(NAME)`,
    ),
    ['a.b'],
  ],
  [
    'require of the file',
    plainFunction('cloud.openapi.a.b()', "const cloud = require('wx-server-sdk/index.js')"),
    ['a.b'],
  ],
  [
    'createRequire',
    plainFunction(
      'cloud.openapi.a.b()',
      `import { createRequire } from 'node:module'
const load = createRequire(__filename)
const cloud = load('wx-server-sdk')`,
    ),
    ['a.b'],
  ],
  [
    'exports of CommonJS',
    `const cloud = require('wx-server-sdk')
exports.main = async () => cloud.openapi.a.b()`,
    ['a.b'],
  ],
  [
    'dynamic import',
    plainFunction("const { default: cloud } = await import('wx-server-sdk'); cloud.openapi.wxacode.get()"),
    ['wxacode.get'],
  ],
  [
    'dynamic import, named',
    plainFunction("const { openapi } = await import('wx-server-sdk'); openapi.wxacode.get()"),
    ['wxacode.get'],
  ],
  [
    'dynamic import, then',
    plainFunction("return import('wx-server-sdk').then(({ openapi }) => openapi.wxacode.get())"),
    ['wxacode.get'],
  ],
  [
    'dynamic import, lazy',
    plainFunction(
      '(await load()).openapi.a.b()',
      `let sdk: any
async function load() { sdk ??= (await import('wx-server-sdk')).default; return sdk }`,
    ),
    ['a.b'],
  ],
  [
    'dynamic import in a chain',
    plainFunction(
      'const cloud = await load(); cloud.openapi.a.b()',
      "const load = () => import('wx-server-sdk').then(m => m.default)",
    ),
    ['a.b'],
  ],
  [
    'assigned in a try',
    plainFunction(
      'cloud.openapi.a.b()',
      `let cloud: any
try { cloud = require('wx-server-sdk') } catch { cloud = undefined }`,
    ),
    ['a.b'],
  ],
  [
    'loaded under an unknown name',
    plainFunction('require(names[event.i]).openapi.a.b()', "const names = ['wx-server-sdk']"),
    [],
    ['openapi-escapes'],
  ],
  [
    'new instance',
    sdkFunction(
      'await other.init(); other.openapi.a.b()',
      "const other = new cloud.Cloud({ resourceEnv: 'x' })",
    ),
    ['a.b'],
  ],
  [
    'new instance of a named class',
    plainFunction('const c = new Cloud({}); c.openapi.a.b()', "import { Cloud } from 'wx-server-sdk'"),
    ['a.b'],
  ],
  ['createNewInstance', sdkFunction('cloud.createNewInstance({}).openapi.a.b()'), ['a.b']],

  [
    'require under another name',
    plainFunction('cloud.openapi.a.b()', "const load = require\nconst cloud = load('wx-server-sdk')"),
    ['a.b'],
  ],
]
