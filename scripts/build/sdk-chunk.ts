import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { KitError } from '../project/kit-error'
import { markCalledFunctions } from './mark-called-functions'
import { type Compressed, compress } from './zip'

/** The file beside `index.js` that holds the SDK; every package of a project has the same one. */
export const SDK_FILE = 'wx-server-sdk.js'

/** Raised whenever the options below change, so that older chunks in a cache are not taken for new ones. */
const RECIPE = 6

/** The real `wx-server-sdk` and all that it needs, bundled once for every package. */
export interface SdkChunk {
  /** Absolute path of the cached file. */
  path: string
  sha256: string
  bytes: number
  /** What a zip holds of it. Compressed once: it is most of every package. */
  compressed: Compressed
}

interface CachedFacts {
  sha256: string
  bytes: number
  crc: number
}

/**
 * The SDK chunk of a project, from the cache or made now (1 to 2 s).
 *
 * @param cacheDir absolute; files in it may be deleted at any time
 * @param onBuild called before the slow way is taken
 */
export async function sdkChunk(root: string, cacheDir: string, onBuild?: () => void): Promise<SdkChunk> {
  const dir = join(cacheDir, `sdk-${chunkKey(root)}`)
  const cached = readCached(dir)
  if (cached) return cached
  onBuild?.()
  await makeChunk(root, dir)
  const made = readCached(dir)
  if (!made)
    throw new KitError(
      'tool-failed',
      `the SDK chunk in ${dir} cannot be read back right after it was written`,
    )
  return made
}

/** Changes with the SDK, its own dependencies and the bundler. */
function chunkKey(root: string): string {
  const hash = createHash('sha256').update(`recipe ${RECIPE}`)
  for (const name of ['wx-server-sdk', '@rspack/core']) hash.update(`${name}@${installedVersion(root, name)}`)
  const lockFile = join(root, 'package-lock.json')
  if (existsSync(lockFile)) hash.update(readFileSync(lockFile, 'utf8').replaceAll('\r\n', '\n'))
  return hash.digest('hex').slice(0, 16)
}

function installedVersion(root: string, name: string): string {
  const file = join(root, 'node_modules', name, 'package.json')
  if (!existsSync(file)) throw new KitError('tool-failed', `${name} is not installed: run npm ci`)
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version
}

/** Undefined unless all of it is there and the chunk is what it was when it was made. */
function readCached(dir: string): SdkChunk | undefined {
  const factsFile = join(dir, 'facts.json')
  if (!existsSync(factsFile)) return undefined
  const facts = JSON.parse(readFileSync(factsFile, 'utf8')) as CachedFacts
  const path = join(dir, SDK_FILE)
  if (!existsSync(path) || sha256(readFileSync(path)) !== facts.sha256) return undefined
  const data = Buffer.from(readFileSync(join(dir, 'deflated')))
  return {
    path,
    sha256: facts.sha256,
    bytes: facts.bytes,
    compressed: { data, deflated: true, size: facts.bytes, crc: facts.crc },
  }
}

async function makeChunk(root: string, dir: string): Promise<void> {
  const making = `${dir}.${process.pid}`
  rmSync(making, { recursive: true, force: true })
  mkdirSync(making, { recursive: true })
  await bundleSdk(root, making)
  const file = join(making, SDK_FILE)
  const chunk = Buffer.from(markCalledFunctions(readFileSync(file, 'utf8')))
  writeFileSync(file, chunk)
  const compressed = compress(chunk, 'pako')
  writeFileSync(join(making, 'deflated'), compressed.data)
  const facts: CachedFacts = { sha256: sha256(chunk), bytes: chunk.length, crc: compressed.crc }
  writeFileSync(join(making, 'facts.json'), JSON.stringify(facts))
  rmSync(dir, { recursive: true, force: true })
  renameSync(making, dir)
}

/**
 * rspack, because its chunk is the smallest and the fastest to load of all that were measured. `nodeEnv: false`
 * leaves `process.env.NODE_ENV` to the real runtime. A thousand letters outside ASCII would make V8 keep the whole text
 * at two bytes a letter, and take 3 % longer to load it.
 */
async function bundleSdk(root: string, outDir: string): Promise<void> {
  const { rspack, SwcJsMinimizerRspackPlugin } = await import('@rspack/core')
  const entry = createRequire(join(root, 'package.json')).resolve('wx-server-sdk')
  const compiler = rspack({
    mode: 'production',
    target: 'node16',
    // the ids of modules are made from their paths below this folder; a linked node_modules lies elsewhere
    context: dirname(dirname(dirname(entry))),
    entry,
    output: { path: outDir, filename: SDK_FILE, library: { type: 'commonjs2' } },
    devtool: false,
    resolve: {
      // optional everywhere: whether it happens to be installed must not change the chunk
      alias: { 'supports-color': false },
      // as Node would; by default a package that has both forms is bundled, and loaded, once as each
      conditionNames: ['node', 'require', 'default'],
    },
    optimization: {
      nodeEnv: false,
      minimizer: [
        new SwcJsMinimizerRspackPlugin({
          minimizerOptions: { format: { asciiOnly: true, comments: false } },
        }),
      ],
    },
    performance: { hints: false },
  })
  await new Promise<void>((resolve, reject) => {
    compiler.run((error, stats) => {
      const failure =
        error?.message ??
        (stats?.hasErrors() || stats?.hasWarnings()
          ? stats.toString({ all: false, errors: true, warnings: true })
          : undefined)
      compiler.close(() => {
        if (failure === undefined) resolve()
        else reject(new KitError('tool-failed', `rspack could not bundle wx-server-sdk: ${failure}`))
      })
    })
  })
}

function sha256(data: Buffer): string {
  return createHash('sha256').update(data).digest('hex')
}
