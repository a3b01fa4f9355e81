import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { InspectedFunction } from '../../check'
import { findFunctions } from '../../project/cloud-functions'
import { KitError } from '../../project/kit-error'
import { findProjectRoot } from '../../project/project-root'
import type { CollectionUse } from './collection-uses'

/** A project, with what is slow to find out kept for the next error of a log. */
export interface Project {
  root: string
  functionNames: readonly string[]
  functions(): Promise<readonly InspectedFunction[]>
  collectionUses(): readonly CollectionUse[]
  /** The text of a file by its path from the root; undefined if it is not there. */
  read(path: string): string | undefined
}

export function openProject(root: string): Project {
  let functions: Promise<readonly InspectedFunction[]> | undefined
  let uses: readonly CollectionUse[] | undefined
  return {
    root,
    functionNames: findFunctions(root).functions.map(({ name }) => name),
    functions() {
      const { inspectFunctions } = require('../../check') as typeof import('../../check')
      functions ??= inspectFunctions(root).then(inspection => inspection.functions)
      return functions
    },
    collectionUses() {
      const { collectionUses } = require('./collection-uses') as typeof import('./collection-uses')
      uses ??= collectionUses(root)
      return uses
    },
    read: path => (existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : undefined),
  }
}

/** The project that a folder lies in; undefined outside of one. */
export function projectAround(dir: string): Project | undefined {
  try {
    return openProject(findProjectRoot(dir))
  } catch (error) {
    if (error instanceof KitError && error.code === 'not-a-project') return undefined
    throw error
  }
}
