import { join } from 'node:path'
import { type BuildResult, type BuiltFunction, build } from '../build'
import { KitError } from '../project/kit-error'
import { takeLock } from '../project/lock-file'
import type { Problem } from '../project/problem'
import { cloudBaseWay } from './cloudbase-way'
import { type Comparison, compareAfter, describeComparison } from './compare-after'
import { devToolsWay } from './devtools-way'
import { providerWay } from './provider-way'
import { openRecord, STATE_DIR } from './record'
import { isComplete, type Uploads, uploadAll } from './upload-all'
import type { Way, WayName, WayOptions } from './way'

export interface DeployOptions extends WayOptions {
  via: WayName
  /** Upload these functions only; all by default. */
  names?: readonly string[]
  /** Upload what has not changed, too. */
  all?: boolean
  /** Upload nothing. */
  dryRun?: boolean
  /** Told before the first upload what is to come. */
  onPlan?: (plan: Plan) => void
  /** Told what went up, and how long it took in milliseconds. */
  onUploaded?: (name: string, milliseconds: number) => void
}

/** What is to be uploaded, and how. */
export interface Plan {
  way: Way
  changed: BuiltFunction[]
  /** Names of those that were uploaded from here as they are. */
  unchanged: string[]
  /** What the build found and went on in spite of. */
  problems: readonly Problem[]
}

export type Deployment =
  | { is: 'not-built'; build: BuildResult }
  | { is: 'planned'; plan: Plan; afterwards: string[] }
  | { is: 'uploaded'; plan: Plan; uploads: Uploads; comparison: Comparison }

const OPEN: Record<WayName, (options: WayOptions) => Way> = {
  devtools: devToolsWay,
  cloudbase: cloudBaseWay,
  provider: providerWay,
}

/**
 * Builds, uploads what has changed since it was last uploaded from this machine, and looks at what is deployed then.
 *
 * @throws KitError if it cannot even begin
 */
export async function deploy(options: DeployOptions): Promise<Deployment> {
  const { root, env, via, names = [], signal, dryRun } = options
  const way = OPEN[via](options)
  if (!dryRun) await way.prepare?.()
  options.onProgress?.('building')
  const built = await build({ root, names, onProgress: options.onProgress })
  if (!built.ok) return { is: 'not-built', build: built }
  if (dryRun) {
    const plan = makePlan(options, way, built)
    return { is: 'planned', plan, afterwards: describeComparison({ ...options, built: built.functions }) }
  }

  const release = takeLock(join(root, STATE_DIR, 'deploy.lock'))
  if (typeof release === 'number') {
    throw new KitError('in-use', `process ${release} is uploading this project; wait until it is done`)
  }
  try {
    const since = new Date()
    const plan = makePlan(options, way, built)
    options.onPlan?.(plan)
    const record = openRecord(root, env)
    const uploads = await uploadAll(plan.changed, way, record, {
      signal,
      onUploaded: options.onUploaded,
      onUpload: (name, number) =>
        options.onProgress?.(`uploading ${name} (${number} of ${plan.changed.length})`),
    })
    const comparison = isComplete(uploads)
      ? await compareAfter({
          ...options,
          built: built.functions,
          uploaded: uploads.uploaded,
          since,
        })
      : { unknown: 'the upload stopped before its end' }
    if ('functions' in comparison) {
      // somebody deleted it in the cloud: the next run uploads it again
      for (const { name, standing } of comparison.functions) if (standing === 'missing') record.forget(name)
    }
    return { is: 'uploaded', plan, uploads, comparison }
  } finally {
    release()
  }
}

function makePlan({ root, env, all }: DeployOptions, way: Way, { functions, problems }: BuildResult): Plan {
  const record = openRecord(root, env)
  const isUp = (built: BuiltFunction) => !all && record.holds(built, way.appliesPermissions)
  return {
    way,
    changed: functions.filter(built => !isUp(built)),
    unchanged: functions.filter(isUp).map(({ name }) => name),
    problems,
  }
}
