import type { EnvVersion } from './init'

/** The versions of a mini program, as WeChat calls them. */
export const versionNames: Readonly<Record<EnvVersion, string>> = {
  develop: '开发版',
  trial: '体验版',
  release: '正式版',
}
