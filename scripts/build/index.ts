export { type BuildOptions, type BuildResult, build } from './build'
export { command } from './command'
export { type BuiltFunction, type Manifest, readManifest } from './manifest'
export { watchAndBuild } from './watch'
