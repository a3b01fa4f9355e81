/**
 * Lets Node load the kit's TypeScript: `node --require ./scripts/register.js scripts/kit.ts`.
 *
 * Types are stripped file by file with swc, which jest uses here too, and the result is kept. A start that finds all
 * of it there does not load swc at all, which saves 35 MB and half of the time that tsx takes; packages are left to Node.
 */
const { createHash } = require('node:crypto')
const { mkdirSync, readFileSync, renameSync, writeFileSync } = require('node:fs')
const { join } = require('node:path')

const CACHE = join(__dirname, '../node_modules/.cache/wx-cloud-kit/scripts')
const OPTIONS = {
  swcrc: false,
  configFile: false,
  sourceMaps: 'inline',
  jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
  // packages that are ES modules are loaded with Node's own import()
  module: { type: 'commonjs', ignoreDynamic: true },
}
/** Whatever else the result depends on. */
const SALT = JSON.stringify([OPTIONS, require('@swc/core/package.json').version])

process.setSourceMapsEnabled(true)

require.extensions['.ts'] = (module, filename) => {
  const source = readFileSync(filename, 'utf8')
  const key = createHash('sha256').update(SALT).update(filename).update('\0').update(source).digest('hex')
  const file = join(CACHE, `${key}.js`)
  module._compile(readIfThere(file) ?? transform(source, filename, file), filename)
}

function transform(source, filename, file) {
  const { code } = require('@swc/core').transformSync(source, { ...OPTIONS, filename })
  const making = `${file}.${process.pid}`
  mkdirSync(CACHE, { recursive: true })
  writeFileSync(making, code)
  renameSync(making, file)
  return code
}

function readIfThere(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if (error.code === 'ENOENT') return undefined
    throw error
  }
}
