// The main module of an instance's process: loads one package and answers one call after another.
//
// Plain JavaScript, because it runs in a bare Node as a function does in the cloud: without the kit's TypeScript loader,
// without the kit's environment.

const Module = require('node:module')
const { isBuiltin } = Module
const { join, sep } = require('node:path')
const { pathToFileURL } = require('node:url')
const { compileOnce } = require('./compile-once')

/** Where the platform puts a function; public stack traces show it. */
const USER_DIR = '/var/user'
/** The SDK's chunk, which every package has. Frames in it are not the user's code. */
const SDK_FILE = 'wx-server-sdk.js'

const [packageDir, modulesDir, marker] = process.argv.splice(2)
const send = process.send.bind(process)
const writeOut = process.stdout.write.bind(process.stdout)
const writeError = process.stderr.write.bind(process.stderr)
// what runs in the cloud has no parent to talk to
delete process.send
delete process.disconnect

// behind `cloud.logger()` when _SCF_TCB_LOG is set; the real one writes to the log service
Object.defineProperty(console, '__baseLog__', {
  value: (message, level) => (console[level] ?? console.log).call(console, JSON.stringify(message)),
})

resolveOnlyDeclaredPackages()
compileOnce(
  join(packageDir, SDK_FILE),
  `${USER_DIR}/${SDK_FILE}`,
  join(modulesDir, '.cache', 'wx-cloud-kit', 'compiled'),
)
let main
let callVariables = []

process.on('disconnect', () => process.exit())
process.on('message', message => void answer(message))
tryToLoad()

async function answer({ requestId, event, context, variables }) {
  mark(requestId)
  setCallVariables(variables)
  const result = await run(event, context)
  mark('')
  send({ requestId, memory: process.memoryUsage.rss(), ...result })
}

async function run(event, context) {
  try {
    const reply = await callMain(load(), JSON.parse(event), context)
    return { reply: JSON.stringify(reply) ?? 'null' }
  } catch (error) {
    const stack = error instanceof Error ? hidePaths(error.stack ?? String(error)) : describe(error)
    writeError(`${stack}\n`)
    return { error: errorText(error) }
  }
}

/** Loads ahead of the first call, so that loading does not count for its time. What goes wrong is for the call to say. */
function tryToLoad() {
  try {
    load()
  } catch {
    // the call tries again, and fails with this error
  }
  send({ loaded: true })
}

/** Loads the package once; a package that cannot be loaded is tried again with each call, as a new instance would. */
function load() {
  if (main) return main
  const loaded = require(join(packageDir, 'index.js'))
  if (typeof loaded.main !== 'function')
    throw new Error('index.main is not a function: index.js exports no main')
  main = loaded.main
  return main
}

/** A function answers by its return value, by a promise, or by the third argument, as SCF's Node.js runtime allows. */
function callMain(entry, event, context) {
  return new Promise((resolve, reject) => {
    const callback = (error, reply) => (error ? reject(error) : resolve(reply))
    const returned = entry(event, context, callback)
    if (entry.length < 3 || returned !== undefined) resolve(returned)
  })
}

/** Tells the parent, in the streams themselves, which call the lines that follow belong to. */
function mark(requestId) {
  writeOut(`${marker}${requestId}\n`)
  writeError(`${marker}${requestId}\n`)
}

function setCallVariables(variables) {
  for (const name of callVariables) delete process.env[name]
  callVariables = Object.keys(variables)
  Object.assign(process.env, variables)
}

/** The text that goes into `errMsg` after `functions execute fail`. */
function errorText(error) {
  if (!(error instanceof Error)) return describe(error)
  // captured texts of errors that the SDK threw end with the message, those of others with one frame of user code
  const frame = typeof error.errMsg === 'string' ? undefined : userFrame(error.stack)
  return hidePaths(frame ? `${error} ${frame}` : String(error))
}

function userFrame(stack = '') {
  return stack
    .split('\n')
    .map(line => line.trim())
    .find(line => line.startsWith('at ') && line.includes(packageDir) && !line.includes(SDK_FILE))
}

function describe(thrown) {
  if (typeof thrown !== 'object' || thrown === null) return String(thrown)
  return JSON.stringify(thrown) ?? String(thrown)
}

function hidePaths(text) {
  return text
    .replaceAll(pathToFileURL(packageDir).href, `file://${USER_DIR}`)
    .replaceAll(packageDir + sep, `${USER_DIR}/`)
    .replaceAll(packageDir, USER_DIR)
    .split('\n')
    .filter(line => !line.includes(__dirname + sep))
    .join('\n')
}

/**
 * In the cloud a package finds its own files, Node's modules, and what its package.json lists. Here everything the
 * project has installed is near, so a missing line in that list must fail here as it would there.
 */
function resolveOnlyDeclaredPackages() {
  const declared = new Set(declaredPackages())
  const resolve = Module._resolveFilename
  Module._resolveFilename = function (request, parent, ...rest) {
    const own =
      parent?.filename?.startsWith(packageDir + sep) && !parent.filename.includes(`${sep}node_modules${sep}`)
    if (!own || /^(\.{1,2}([/\\]|$)|[/\\]|[A-Za-z]:[/\\])/.test(request) || isBuiltin(request)) {
      return resolve.call(this, request, parent, ...rest)
    }
    if (!declared.has(packageName(request))) throw notFound(request, parent)
    const paths = [...(parent.paths ?? []), modulesDir]
    return resolve.call(this, request, { ...parent, paths }, ...rest)
  }
}

function declaredPackages() {
  try {
    return Object.keys(require(join(packageDir, 'package.json')).dependencies ?? {})
  } catch (error) {
    if (error.code === 'MODULE_NOT_FOUND') return []
    throw error
  }
}

function packageName(request) {
  return request
    .split('/')
    .slice(0, request.startsWith('@') ? 2 : 1)
    .join('/')
}

function notFound(request, parent) {
  const error = new Error(`Cannot find module '${request}'\nRequire stack:\n- ${parent.filename}`)
  error.code = 'MODULE_NOT_FOUND'
  error.requireStack = [parent.filename]
  return error
}
