import { checkWithoutTypes, type Files, shown, useMiniPrograms } from './support'

const makeMiniProgram = useMiniPrograms()

const page = (script: string): Files => ({ 'pages/home/home.ts': `${script}\nPage({})\n` })

const INSTALL =
  'install it in miniprogram/ (it needs a package.json there), then in DevTools: Tools > Build npm'
const MOVE = 'import types only (import type), or move the file into miniprogram/'

const WRONG: [what: string, files: Files, problems: string[]][] = [
  [
    'a value from outside',
    page("import { list } from '../../../cloudfunctions/shared/list'"),
    [
      `pages/home/home.ts:1:23 import-outside: ../../../cloudfunctions/shared/list is outside of miniprogram/: DevTools packs nothing from there (${MOVE})`,
    ],
  ],
  [
    'a value beside a type, run for its effects, handed on, and required from outside',
    {
      'a.ts': "import { one, type Two } from '../x'",
      'b.ts': "import '../x'",
      'c.ts': "export { x } from '../x'\nexport * from '../y'",
      'd.js': "var x = require('../x')",
    },
    ['a.ts:1:32', 'b.ts:1:9', 'c.ts:1:20', 'c.ts:2:16', 'd.js:1:18'].map(place =>
      expect.stringContaining(`${place} import-outside: ../`),
    ),
  ],
  [
    'a package that is installed and not built',
    { ...page("import dayjs from 'dayjs'"), 'node_modules/dayjs/index.js': '' },
    [
      `pages/home/home.ts:1:20 package-not-built: there is no package "dayjs" in miniprogram_npm/, where the mini program looks for it (${INSTALL})`,
    ],
  ],
]

test.each(WRONG)('%s is an error', async (_, files, expected) => {
  expect((await checkWithoutTypes(makeMiniProgram(files))).map(shown)).toEqual(expected)
})

const RIGHT: [what: string, files: Files][] = [
  [
    'types from outside',
    page(
      "import type { Contract } from '../../../cloudfunctions/contract'\nimport { type A, type B } from '../../../x'\nexport type { C } from '../../../y'\nlet d: import('../../../z').D",
    ),
  ],
  [
    'packages that are built, with paths in them',
    {
      ...page("import dayjs from 'dayjs'\nimport x from '@scope/ui/x'"),
      'miniprogram_npm/dayjs/index.js': '',
      'miniprogram_npm/@scope/ui/x.js': "require('not-here'); require('../../../../outside')",
    },
  ],
  [
    'modules by an alias, from the root, and beside without a dot',
    {
      ...page("import a from '@utils/a'\nimport b from '/utils/a'\nimport c from 'near'"),
      'app.json': '{ "pages": ["pages/home/home"], "resolveAlias": { "@utils/*": "utils/*" } }',
      'utils/a.ts': 'export default 1',
      'pages/home/near.ts': 'export default 1',
    },
  ],
  ['a declaration of types', { 'typings/x.d.ts': "import { X } from 'somewhere'\nexport const x: X" }],
]

test.each(RIGHT)('%s are in order', async (_, files) => {
  expect((await checkWithoutTypes(makeMiniProgram(files))).map(shown)).toEqual([])
})
