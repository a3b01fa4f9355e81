import { leaveOutPackages } from '../../../scripts/permissions/leave-out-packages'

const CODE = '// node_modules/lib/a.js\nvar a = 1;\n\n// index.ts\nvar b = a;\n'
const FILES = ['node_modules/lib/a.js', 'index.ts']

describe('leaveOutPackages()', () => {
  test('blanks packages and keeps line numbers', () => {
    expect(leaveOutPackages(CODE, FILES)).toBe('\n\n\n// index.ts\nvar b = a;\n')
  })

  test('keeps everything if a package uses the SDK', () => {
    const code = CODE.replace('1', 'require("wx-server-sdk")')
    expect(leaveOutPackages(code, FILES)).toBe(code)
  })

  test('keeps a package if a text in the code looks like its header', () => {
    const code = `${CODE}var text = \`\n// node_modules/lib/a.js\n\${cloud.openapi.a.b()}\n\`;\n\n// other.ts\nvar c;\n`
    expect(leaveOutPackages(code, [...FILES, 'other.ts'])).toBe(code)
  })

  test('blanks packages between two parts of a file, of which the first holds its imports', () => {
    const code = `// index.ts\nimport cloud from "wx-server-sdk";\n\n${CODE}`
    expect(leaveOutPackages(code, FILES)).toBe(
      '// index.ts\nimport cloud from "wx-server-sdk";\n\n\n\n\n// index.ts\nvar b = a;\n',
    )
  })

  test('keeps the last part, which holds the exports', () => {
    const code = '// index.ts\nvar b;\n\n// node_modules/lib/a.js\nvar a = 1;\nexport { a as main };\n'
    expect(leaveOutPackages(code, ['index.ts', 'node_modules/lib/a.js'])).toBe(code)
  })
})
