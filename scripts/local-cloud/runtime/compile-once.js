// Keeps what V8 made of a file, for the next process that loads it: the SDK takes half of the time then.
//
// Plain JavaScript, as instance-process.js which uses it. The file that runs is the same, byte for byte.

const { createHash } = require('node:crypto')
const { mkdirSync, readFileSync, renameSync, writeFileSync } = require('node:fs')
const Module = require('node:module')
const { dirname, join } = require('node:path')
const vm = require('node:vm')

/**
 * From now on `file` is compiled by way of `cacheDir`, which may be emptied at any time. V8 itself refuses what another
 * version of it has made.
 *
 * @param shownAs the file's path in stack traces: V8 keeps it too, so it must be the same wherever the file lies
 */
exports.compileOnce = (file, shownAs, cacheDir) => {
  const compile = Module.prototype._compile
  Module.prototype._compile = function (content, filename) {
    if (filename !== file) return compile.call(this, content, filename)
    const name = createHash('sha256')
      .update(process.version)
      .update(process.arch)
      .update(shownAs)
      .update(content)
    const cached = join(cacheDir, `${name.digest('hex')}.bin`)
    const script = new vm.Script(Module.wrap(content), {
      filename: shownAs,
      // so that positions in the first line are those of the file
      columnOffset: -Module.wrapper[0].length,
      cachedData: readIfThere(cached),
      importModuleDynamically: vm.constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
    })
    const run = script.runInThisContext()
    const result = run.call(
      this.exports,
      this.exports,
      request => this.require(request),
      this,
      filename,
      dirname(filename),
    )
    // after the run, so that it has the functions which V8 compiles when they are first called
    if (script.cachedDataRejected !== false) keep(cached, script.createCachedData())
    return result
  }
}

function keep(file, data) {
  const making = `${file}.${process.pid}`
  try {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(making, data)
    renameSync(making, file)
  } catch (error) {
    // a folder that cannot be written, or another process that was first on Windows: it is only slower then
    if (!error.code) throw error
  }
}

function readIfThere(file) {
  try {
    return readFileSync(file)
  } catch (error) {
    if (error.code) return undefined
    throw error
  }
}
