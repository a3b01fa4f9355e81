import type { Doc } from '../types'
import type { Scope } from './scope'

/** What a pipeline gets from outside. */
export interface Source {
  /** All documents of a collection, in natural order; empty if there is no such collection. */
  documents(collection: string): Iterable<Doc>
  /** 0 <= number < 1, for `$sample`. */
  random(): number
}

/** `{ $match: { ... } }` taken apart. */
export interface Stage {
  name: string
  operand: unknown
}

/** A compiled stage, or a whole pipeline: documents in, documents out. Documents are never changed in place. */
export type RunStage = (docs: Iterable<Doc>, scope: Scope) => Iterable<Doc>

/** What a stage is compiled with. */
export interface StageContext {
  source: Source
  /** The variables that `$lookup` has defined around this pipeline. */
  variables: ReadonlySet<string>
  isFirst: boolean
  /** Compiles a pipeline inside of this stage. */
  compilePipeline(stages: readonly Stage[], variables: ReadonlySet<string>): RunStage
}

/** Compiles the operand of a stage. */
export type CompileStage = (operand: unknown, context: StageContext) => RunStage
