import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { bundleForReading, type Call, checkPermissions, loadReader, type ReadingBundle } from '../permissions'
import { type CloudFunction, findFunctions } from '../project/cloud-functions'
import { EMPTY_CONFIG_TEXT, type FunctionConfig, readFunctionConfig } from '../project/function-config'
import { KitError } from '../project/kit-error'
import { hasErrors, type Problem } from '../project/problem'
import { unknownFunctionAdvice } from '../project/unknown-function'
import { checkContract } from './contract'
import { type Dependencies, readDependencies } from './function-package'
import { findForeignImports } from './imports'
import { findSecrets } from './secrets'
import { checkTimerCallers } from './timer-callers'

/** A cloud function with everything that its sources tell. */
export interface InspectedFunction extends CloudFunction {
  /** `config.json` as it stands, or an empty one where there is none. */
  configText: string
  config: FunctionConfig
  dependencies: Dependencies
  /** What `permissions.openapi` should list: sorted, without the withheld ones. */
  openapi: string[]
  withheld: string[]
  /** Every openapi call with its place, but the withheld ones. */
  calls: readonly Call[]
  /** Whether `openapi` is the whole truth: every call could be followed, and `config.json` could be read. */
  fixable: boolean
}

/** What is known of a project's functions, and what is wrong with them. */
export interface Inspection {
  functions: InspectedFunction[]
  problems: Problem[]
}

type FunctionFiles = CloudFunction & { config: string | undefined; package: string | undefined }

/** What a bundler must know of a function. */
export interface PlannedFunction {
  name: string
  /** From the root of the project. */
  entry: string
  /** Packages that stay outside the bundle: those in the function's own `package.json`. */
  external: string[]
}

/** The functions as they stand, before anything is checked, for whoever wants to begin early. */
export function planFunctions(root: string, names?: readonly string[]): PlannedFunction[] {
  return select(findFunctions(root).functions, names).map(({ name, entry, packageFile }) => {
    const { dependencies } = readDependencies(readIfThere(root, packageFile), packageFile)
    return { name, entry, external: Object.keys(dependencies) }
  })
}

/**
 * Reads the cloud functions of a project and checks all that can be told from their sources: folders, contract,
 * `config.json`, permissions, imports, secrets. Types are another matter, see `typeCheck()`.
 *
 * @param names look at these only; all by default
 * @param onBundling called while the bundler, a process of its own, works: a good moment to prepare what comes next
 * @param onBundled called when the bundler is done and only reading is left, for whoever needs the bundler too
 */
export async function inspectFunctions(
  root: string,
  names?: readonly string[],
  { onBundling, onBundled }: { onBundling?: () => void; onBundled?: () => void } = {},
): Promise<Inspection> {
  const found = findFunctions(root)
  const functions = select(found.functions, names).map(item => readFiles(root, item))
  const read = functions.map(item => ({ item, ...readDependencies(item.package, item.packageFile) }))
  // esbuild reads package.json too and would only say again that it is broken
  const bundled = read.filter(({ problems }) => problems.length === 0)
  const { bundles, problems: bundleProblems } = await bundleForReading({
    root,
    onBundling() {
      loadReader()
      onBundling?.()
    },
    functions: bundled.map(({ item, dependencies }) => ({
      name: item.name,
      entry: join(root, item.entry),
      external: Object.keys(dependencies),
    })),
  })
  onBundled?.()

  const problems = [...found.problems, ...checkContract(root, found.functions), ...bundleProblems]
  const allNames = new Set(found.functions.map(({ name }) => name))
  const inspected = read.map(({ item, dependencies, problems: packageProblems }) => {
    problems.push(...packageProblems)
    const { config, problems: configProblems } = readFunctionConfig(item.config, item.configFile)
    problems.push(...configProblems)
    const bundle = bundles.get(item.name)
    const permissions = bundle ? inspectBundle(item, bundle, allNames, problems) : undefined
    const text = bundle?.sources.get(item.entry)
    if (text !== undefined && config.triggers.length > 0)
      problems.push(...checkTimerCallers(item.entry, text, item.configFile))
    return {
      ...item,
      configText: item.config ?? EMPTY_CONFIG_TEXT,
      config,
      dependencies,
      openapi: permissions?.names ?? [],
      withheld: permissions?.withheld.map(({ name }) => name) ?? [],
      calls: permissions?.calls ?? [],
      fixable:
        permissions !== undefined && !hasErrors(configProblems) && !permissions.problems.some(isUnknownCall),
    }
  })
  return { functions: inspected, problems: unique(problems) }
}

function select(functions: readonly CloudFunction[], names: readonly string[] | undefined): CloudFunction[] {
  const unknown = names?.find(name => !functions.some(item => item.name === name))
  if (unknown !== undefined) {
    const known = functions.map(({ name }) => name)
    throw new KitError('unknown-function', unknownFunctionAdvice(unknown, known))
  }
  return functions.filter(item => !names?.length || names.includes(item.name))
}

function readFiles(root: string, item: CloudFunction): FunctionFiles {
  return { ...item, config: readIfThere(root, item.configFile), package: readIfThere(root, item.packageFile) }
}

function readIfThere(root: string, file: string): string | undefined {
  const path = join(root, file)
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined
}

/** Everything that is told by the code that would really be uploaded. */
function inspectBundle(
  item: FunctionFiles,
  bundle: ReadingBundle,
  allNames: ReadonlySet<string>,
  problems: Problem[],
): ReturnType<typeof checkPermissions> {
  const permissions = checkPermissions({
    functionName: item.name,
    configFile: item.configFile,
    configText: item.config,
    bundle,
  })
  problems.push(...permissions.problems)
  if (!bundle.exports.includes('main')) {
    problems.push({
      severity: 'error',
      rule: 'function-without-main',
      message: `${item.entry} exports no main: the platform calls index.main`,
      file: item.entry,
      mend: 'export const main = defineFunction({ input, handler })',
    })
  }
  problems.push(...findForeignImports(item.name, allNames, bundle.imports))
  problems.push(...findSecrets(shippedFiles(item, bundle)))
  return permissions
}

function shippedFiles(item: FunctionFiles, bundle: ReadingBundle) {
  const sources = [...bundle.sources].map(([path, text]) => ({ path, text }))
  return [
    ...sources.filter(({ path }) => !path.includes('node_modules/')),
    ...(item.config === undefined ? [] : [{ path: item.configFile, text: item.config }]),
    ...(item.package === undefined ? [] : [{ path: item.packageFile, text: item.package }]),
  ]
}

/** A call whose name could not be told: until it is declared, the list would lack it. */
function isUnknownCall({ rule, severity }: Problem): boolean {
  return severity === 'error' && (rule === 'openapi-dynamic' || rule === 'openapi-escapes')
}

/** What is wrong with a shared module is found once for each function that imports it. */
function unique(problems: readonly Problem[]): Problem[] {
  return [...new Map(problems.map(problem => [JSON.stringify(problem), problem])).values()]
}
