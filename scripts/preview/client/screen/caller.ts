import type { GeneralComponent } from 'glass-easel'

/** What `this` of the adapter keeps of the engine's component. */
export interface Caller {
  _$: GeneralComponent
}
