import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, realpathSync, type Stats, statSync } from 'node:fs'
import { join } from 'node:path'
import { isFunctionName } from '../../project/cloud-functions'
import { type FunctionConfig, readFunctionConfig } from '../../project/function-config'
import { hasErrors } from '../../project/problem'

/** A function as it stands in the folder of built packages: what would be uploaded. */
export interface BuiltFunction {
  name: string
  /** Real path of its folder. */
  dir: string
  config: FunctionConfig
  /** Whether it has a `config.json` at all. */
  hasConfig: boolean
  /** Stands for what the files say: a build that writes the same again does not change it. */
  version: string
  /** Milliseconds since 1970. */
  modifiedAt: number
}

/** The files of a package that are looked at. The last is large, and the same for all: that it is the same file will do. */
const OWN_FILES = ['index.js', 'config.json', 'package.json'] as const
const SDK_FILE = 'wx-server-sdk.js'

/** Reads the folder of built packages, anew whenever something in it has changed. */
export interface BuiltFunctions {
  /** One function, or undefined if there is none of that name that could run. */
  find(name: string): BuiltFunction | undefined
  /** Every folder that could be a function, sorted by name; `undefined` for one without an `index.js`. */
  list(): { name: string; modifiedAt: number; built: BuiltFunction | undefined }[]
}

/**
 * @param functionsDir folder of folders, `<name>/index.js` and `<name>/config.json` in each
 * @param report told what is wrong with a `config.json`; what can be read of it counts
 */
export function openBuiltFunctions(functionsDir: string, report: (problem: string) => void): BuiltFunctions {
  const known = new Map<string, { stamp: string; built: BuiltFunction }>()

  const find = (name: string): BuiltFunction | undefined => {
    if (!isFunctionName(name)) return undefined
    const dir = join(functionsDir, name)
    const code = stat(join(dir, 'index.js'))
    if (!code) {
      known.delete(name)
      return undefined
    }
    const stamp = [...OWN_FILES, SDK_FILE].map(file => stampOf(stat(join(dir, file)))).join()
    const before = known.get(name)
    if (before?.stamp === stamp) return before.built
    const built = readFunction(name, dir, code.mtimeMs, report)
    known.set(name, { stamp, built })
    return built
  }
  return {
    find,
    list() {
      if (!existsSync(functionsDir)) return []
      return readdirSync(functionsDir, { withFileTypes: true })
        .filter(entry => entry.isDirectory() && isFunctionName(entry.name))
        .map(({ name }) => name)
        .sort()
        .map(name => {
          const built = find(name)
          return { name, built, modifiedAt: built?.modifiedAt ?? statSync(join(functionsDir, name)).mtimeMs }
        })
    },
  }
}

function readFunction(
  name: string,
  dir: string,
  modifiedAt: number,
  report: (problem: string) => void,
): BuiltFunction {
  const hash = createHash('sha1').update(stampOf(stat(join(dir, SDK_FILE)), { withTime: false }))
  for (const file of OWN_FILES) hash.update(`\n${readOptional(join(dir, file))}`)
  const configFile = join(dir, 'config.json')
  const configText = readOptional(configFile)
  return {
    name,
    dir: realpathSync(dir),
    config: readConfig(configText, configFile, report),
    hasConfig: configText !== undefined,
    version: hash.digest('hex'),
    modifiedAt,
  }
}

function readConfig(
  text: string | undefined,
  file: string,
  report: (problem: string) => void,
): FunctionConfig {
  const { config, problems } = readFunctionConfig(text, file)
  if (hasErrors(problems)) {
    for (const { message, line } of problems) report(`${file}${line ? `:${line}` : ''}: ${message}`)
  }
  return config
}

function readOptional(file: string): string | undefined {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined
}

function stat(file: string): Stats | undefined {
  return statSync(file, { throwIfNoEntry: false })
}

function stampOf(stats: Stats | undefined, { withTime = true } = {}): string {
  if (!stats) return '-'
  return `${stats.ino}-${stats.size}${withTime ? `-${stats.mtimeMs}` : ''}`
}
