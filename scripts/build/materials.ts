import { join } from 'node:path'
import { planFunctions } from '../check'
import { type BundledFunction, bundleFunctions } from './bundle'
import { type SdkChunk, sdkChunk } from './sdk-chunk'

export interface MaterialOptions {
  root: string
  names?: readonly string[]
  cacheDir?: string
  onProgress?: (doing: string) => void
}

/** What packages are made of. Begun before the checks are done, since those leave a core and the bundler idle. */
export class Materials {
  private readonly options: MaterialOptions
  private chunk: Promise<SdkChunk> | undefined
  private bundles: Promise<Map<string, BundledFunction>> | undefined

  constructor(options: MaterialOptions) {
    this.options = options
  }

  beginChunk(): Promise<SdkChunk> {
    const { root, cacheDir = join(root, 'node_modules', '.cache', 'wx-cloud-kit'), onProgress } = this.options
    this.chunk ??= unlessAsked(
      sdkChunk(root, cacheDir, () => onProgress?.('bundling wx-server-sdk, once for all builds')),
    )
    return this.chunk
  }

  beginBundles(): Promise<Map<string, BundledFunction>> {
    const { root, names } = this.options
    this.bundles ??= unlessAsked(bundleFunctions(root, planFunctions(root, names)))
    return this.bundles
  }

  all(): Promise<[Map<string, BundledFunction>, SdkChunk]> {
    return Promise.all([this.beginBundles(), this.beginChunk()])
  }
}

/** Sources that do not bundle fail the checks, and then nobody asks for the materials, nor what became of them. */
function unlessAsked<Result>(work: Promise<Result>): Promise<Result> {
  work.catch(() => {})
  return work
}
