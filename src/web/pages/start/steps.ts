import type { StartState } from './queries.ts'

/** The way from nothing to the first score. */
export const STEPS = ['company', 'people', 'records', 'targets', 'run'] as const

export type Step = (typeof STEPS)[number]

/** `optional`: not done, but the way goes on without it. */
export type StepState = 'done' | 'missing' | 'optional'

export const hasRules = ({ rules }: StartState): boolean => rules.datasets + rules.measures + rules.schemes > 0

export const rowsIn = ({ datasets }: StartState): number => datasets.reduce((sum, { rows }) => sum + rows, 0)

export function stateOf(step: Step, state: StartState): StepState {
  switch (step) {
    case 'company':
      return state.company === null ? 'missing' : state.rules.schemes > 0 ? 'done' : 'optional'
    case 'people':
      return state.people.all > 0 ? 'done' : 'missing'
    case 'records':
      return rowsIn(state) > 0 ? 'done' : 'missing'
    case 'targets':
      return state.targets > 0 ? 'done' : 'optional'
    case 'run':
      return (state.run?.scored ?? 0) > 0 ? 'done' : 'missing'
    default:
      return step satisfies never
  }
}

/** What to do next: the first step that is missing, and then one that may wait; undefined when all is done. */
export function nextStep(state: StartState): Step | undefined {
  return STEPS.find((step) => stateOf(step, state) === 'missing') ?? STEPS.find((step) => stateOf(step, state) === 'optional')
}

/** The step of the address; anything else: the next one. */
export function stepIn(asked: string | undefined, state: StartState): Step {
  return STEPS.find((step) => step === asked) ?? nextStep(state) ?? 'run'
}

/** The empty file of a dataset among those of the templates, if any has one. */
export function fileOf(templates: readonly { readonly id: string; readonly files: readonly string[] }[], name: string): { template: string; name: string } | undefined {
  const found = templates.find(({ files }) => files.includes(name))
  return found === undefined ? undefined : { template: found.id, name }
}
