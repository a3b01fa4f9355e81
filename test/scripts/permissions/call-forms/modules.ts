import { type CallForm, plainFunction } from './call-form'

/** Calls across files. */
export const modules: CallForm[] = [
  [
    're-export of the SDK',
    {
      'index.ts': plainFunction('cloud.openapi.a.b()', "import { cloud } from './shared/cloud'"),
      'shared/cloud.ts': `import cloud from 'wx-server-sdk'
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })
export { cloud }`,
    },
    ['a.b'],
  ],
  [
    'export from the SDK',
    {
      'index.ts': plainFunction('cloud.openapi.a.b()', "import { cloud } from './sdk'"),
      'sdk.ts': "export { default as cloud } from 'wx-server-sdk'",
    },
    ['a.b'],
  ],
  [
    'export all from the SDK',
    {
      'index.ts': plainFunction('openapi.a.b()', "import { openapi } from './sdk'"),
      'sdk.ts': "export * from 'wx-server-sdk'",
    },
    ['a.b'],
  ],
  [
    'default export of a holder',
    {
      'index.ts': plainFunction('sdk.openapi.a.b()', "import sdk from './sdk'"),
      'sdk.ts': `import cloud from 'wx-server-sdk'
export default { openapi: cloud.openapi }`,
    },
    ['a.b'],
  ],
  [
    'exported category',
    {
      'index.ts': plainFunction('security.msgSecCheck({})', "import { security } from './sdk'"),
      'sdk.ts': `import cloud from 'wx-server-sdk'
export const security = cloud.openapi.security`,
    },
    ['security.msgSecCheck'],
  ],
  [
    'exported wrapper',
    {
      'index.ts': plainFunction('checkText(event.text)', "import { checkText } from './sdk'"),
      'sdk.ts': `import cloud from 'wx-server-sdk'
export const checkText = (content: string) => cloud.openapi.security.msgSecCheck({ content })`,
    },
    ['security.msgSecCheck'],
  ],
  [
    'namespace of a shared module',
    {
      'index.ts': plainFunction('sdk.api.a.b(); console.log(sdk)', "import * as sdk from './sdk'"),
      'sdk.ts': `import cloud from 'wx-server-sdk'
export const api = cloud.openapi`,
    },
    ['a.b'],
  ],
  [
    'two steps of re-exports',
    {
      'index.ts': plainFunction('c.openapi.a.b()', "import { c } from './a'"),
      'a.ts': "export { cloud as c } from './b'",
      'b.ts': "export { default as cloud } from 'wx-server-sdk'",
    },
    ['a.b'],
  ],
  [
    'exports of a CommonJS module',
    {
      'index.ts': plainFunction('api.a.b()', "import { api } from './sdk'"),
      'sdk.js': `const cloud = require('wx-server-sdk')
exports.api = cloud.openapi`,
    },
    ['a.b'],
  ],
  [
    'module.exports',
    {
      'index.ts': plainFunction('sdk.cloud.openapi.a.b()', "const sdk = require('./sdk')"),
      'sdk.js': `const cloud = require('wx-server-sdk')
module.exports = { cloud }`,
    },
    ['a.b'],
  ],
  [
    'module.exports is the SDK',
    {
      'index.ts': plainFunction('cloud.openapi.a.b()', "import cloud from './sdk'"),
      'sdk.js': "module.exports = require('wx-server-sdk')",
    },
    ['a.b'],
  ],
  [
    'exports read in the module itself',
    {
      'index.ts': plainFunction('send()', "import { send } from './sdk'"),
      'sdk.js': `exports.cloud = require('wx-server-sdk')
exports.send = () => exports.cloud.openapi.a.b() + module.exports.cloud.openapi.c.d()`,
    },
    ['a.b', 'c.d'],
  ],
  [
    'require of an ES module',
    {
      'index.ts': plainFunction('api.a.b()', "const { api } = require('./sdk')"),
      'sdk.ts': `import cloud from 'wx-server-sdk'
export const api = cloud.openapi`,
    },
    ['a.b'],
  ],
  [
    'dynamic import of a shared module',
    {
      'index.ts': plainFunction("const { api } = await import('./sdk'); api.a.b()"),
      'sdk.ts': `import cloud from 'wx-server-sdk'
export const api = cloud.openapi`,
    },
    ['a.b'],
  ],
  [
    'compiled by tsc',
    {
      'index.ts': plainFunction('send()', "import { send } from './sdk'"),
      'sdk.js': `"use strict"
var __importDefault = (this && this.__importDefault) || function (mod) { return (mod && mod.__esModule) ? mod : { "default": mod } }
Object.defineProperty(exports, "__esModule", { value: true })
const sdk_1 = __importDefault(require("wx-server-sdk"))
exports.send = () => sdk_1.default.openapi.a.b()`,
    },
    ['a.b'],
  ],
  [
    'package that uses the SDK',
    {
      'index.ts': plainFunction('send()', "import { send } from 'sender'"),
      'node_modules/sender/index.js': `const cloud = require('wx-server-sdk')
exports.send = () => cloud.openapi.a.b()`,
    },
    ['a.b'],
  ],
]
