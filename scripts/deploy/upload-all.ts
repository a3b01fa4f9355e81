import type { BuiltFunction } from '../build'
import { KitError } from '../project/kit-error'
import type { DeployRecord } from './record'
import type { Way } from './way'

/** How far an upload came. */
export interface Uploads {
  /** Those that went up, in order. */
  uploaded: string[]
  /** The one at which it stopped. */
  failed?: { name: string; reason: string }
  /** Those that it did not come to. */
  notTried: string[]
}

/** Whether everything went up. */
export function isComplete({ failed, notTried }: Uploads): boolean {
  return failed === undefined && notTried.length === 0
}

export interface UploadAllOptions {
  signal?: AbortSignal
  /** Told the name and, from 1, which of all it is. */
  onUpload?: (name: string, number: number) => void
  /** Told the name and how long it took. */
  onUploaded?: (name: string, milliseconds: number) => void
}

/** Uploads one after the other, and stops at the first that fails: what stops one mostly stops all. */
export async function uploadAll(
  functions: readonly BuiltFunction[],
  way: Way,
  record: DeployRecord,
  { signal, onUpload, onUploaded }: UploadAllOptions = {},
): Promise<Uploads> {
  const uploaded: string[] = []
  const notTriedFrom = (index: number) => functions.slice(index).map(({ name }) => name)
  for (const [index, built] of functions.entries()) {
    const { name } = built
    if (signal?.aborted) return { uploaded, notTried: notTriedFrom(index) }
    onUpload?.(name, index + 1)
    record.forget(name)
    const started = performance.now()
    try {
      await way.upload(built)
    } catch (error) {
      if (!(error instanceof KitError)) throw error
      const reason = signal?.aborted ? 'interrupted: whether it arrived is not known' : error.message
      return { uploaded, failed: { name, reason }, notTried: notTriedFrom(index + 1) }
    }
    record.add(built, way.appliesPermissions)
    uploaded.push(name)
    onUploaded?.(name, performance.now() - started)
  }
  return { uploaded, notTried: [] }
}
