import path from 'node:path'
import { transformSync } from '@swc/core'
import { type MiniProgramFile, miniProgramFiles } from './mini-program-files'

/**
 * DevTools compiles with Babel, whose generator runtime has up to 6.5 kB; the one of the compiler here has 2 kB, and
 * the other helpers are of equal size.
 */
const OTHER_RUNTIME_BYTES = 4_500

/**
 * Bytes of the package as DevTools compresses it with the settings of `project.config.json`: every file without what
 * only people read; the scripts in ES5, with the helpers for that once, as they are shared between the files.
 * https://developers.weixin.qq.com/miniprogram/dev/devtools/codecompile.html
 */
export function packageSize(): number {
  const files = miniProgramFiles()
  const isScript = (file: MiniProgramFile) => file.path.endsWith('.ts')
  const scripts = compiled(files.filter(isScript))
  const others = files.filter(file => !isScript(file)).map(minified)
  return OTHER_RUNTIME_BYTES + [scripts, ...others].reduce((sum, text) => sum + Buffer.byteLength(text), 0)
}

/** All scripts as one, each in a function of its own under its path. */
function compiled(scripts: MiniProgramFile[]): string {
  const modules = scripts.map(file => {
    const { code } = transformSync(file.text, {
      // Babel 7 drops fields that only have a type.
      jsc: {
        parser: { syntax: 'typescript' },
        target: 'es2022',
        transform: { useDefineForClassFields: false },
      },
      module: { type: 'commonjs' },
    })
    return `define(${JSON.stringify(file.path)}, function (require, module, exports) {${plainExports(code)}});`
  })
  return transformSync(modules.join('\n'), {
    isModule: false,
    jsc: { target: 'es5', minify: { compress: true, mangle: true } },
    minify: true,
  }).code
}

/** Where swc writes getters and a function into every module, Babel writes an assignment for each export. */
function plainExports(code: string): string {
  return code
    .replace(/^function _export\(target, all\) \{.*?^\}/ms, '')
    .replace(/get (\w+) ?\(\) \{\s*return ([\w.]+);\s*\},?/g, 'exports.$1 = $2;')
    .replace(/^_export\(exports, \{(.*?)^\}\);/ms, '$1')
    .replace(
      /Object\.defineProperty\(exports, "(\w+)", \{\s*enumerable: true,\s*get: function\(\) \{\s*return ([\w.]+);\s*\}\s*\}\);/g,
      'exports.$1 = $2;',
    )
}

function minified({ path: file, text }: MiniProgramFile): string {
  switch (path.extname(file)) {
    case '.json':
      return JSON.stringify(JSON.parse(text))
    case '.wxml':
      return text
        .replace(/<!--.*?-->/gs, '')
        .replace(/\s+/g, ' ')
        .replace(/> </g, '><')
    case '.wxss':
      return text
        .replace(/\/\*.*?\*\//gs, '')
        .replace(/\s+/g, ' ')
        .replace(/ ?([{};,>]) ?|(:) /g, '$1$2')
    default:
      return text
  }
}
