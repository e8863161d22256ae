/** `done` of `of` parts; `stage` is what is being worked on: a dataset, the period, a scheme, an incentive plan. */
export interface RunProgress {
  readonly stage: 'collect' | 'measure' | 'score' | 'reward'
  readonly what: string
  readonly done: number
  readonly of: number
}
