import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { periodName } from '../../parts/period-names.ts'
import { useAddressParam } from '../../ui/AddressDrawer.tsx'
import { countText } from '../../ui/numbers.ts'
import { Page } from '../../ui/Page.tsx'
import { ProblemView } from '../../ui/ProblemView.tsx'
import { Lines } from '../../ui/Skeletons.tsx'
import { StateMark } from '../../ui/StateMark.tsx'
import { CompanyStep } from './CompanyStep.tsx'
import { PeopleStep } from './PeopleStep.tsx'
import { type StartState, startQuery } from './queries.ts'
import { RecordsStep } from './RecordsStep.tsx'
import { RunStep } from './RunStep.tsx'
import styles from './start.module.css'
import { hasRules, nextStep, rowsIn, STEPS, type Step, stateOf, stepIn } from './steps.ts'
import { TargetsStep } from './TargetsStep.tsx'

/** From an empty company to the first score: what is done is read from the company itself, so that it can be left and gone on with. */
export function StartPage() {
  const { t } = useTranslation('start')
  const { data, error, refetch } = useQuery(startQuery)
  const [asked] = useAddressParam('step')
  const sentence = useSentence(data)
  if (data === undefined) return <Page title={t('title')}>{error === null ? <Lines count={8} /> : <ProblemView error={error} again={() => void refetch()} />}</Page>
  const step = stepIn(asked, data)
  return (
    <Page title={t('title')} sentence={sentence}>
      <Steps state={data} current={step} />
      <StepContent key={step} step={step} state={data} />
    </Page>
  )
}

function useSentence(state: StartState | undefined): string | undefined {
  const { t } = useTranslation('start')
  if (state === undefined) return undefined
  if (state.company === null) return t('sentence.empty')
  const next = nextStep(state)
  if (next === undefined) return t('sentence.done', { scored: countText(state.run?.scored ?? 0) })
  const done = STEPS.filter((step) => stateOf(step, state) === 'done').length
  return t('sentence.next', { done, of: STEPS.length, step: t(`step.${next}`) })
}

function StepContent({ step, state }: { readonly step: Step; readonly state: StartState }) {
  switch (step) {
    case 'company':
      return <CompanyStep state={state} />
    case 'people':
      return <PeopleStep />
    case 'records':
      return <RecordsStep state={state} />
    case 'targets':
      return <TargetsStep state={state} />
    case 'run':
      return <RunStep state={state} />
    default:
      return step satisfies never
  }
}

const MARKS = { done: 'on', missing: 'none', optional: 'none' } as const

function Steps({ state, current }: { readonly state: StartState; readonly current: Step }) {
  const { t } = useTranslation('start')
  const said = useSaid(state)
  return (
    <nav aria-label={t('steps')}>
      <ol className={styles['steps']}>
        {STEPS.map((step, index) => (
          <li key={step}>
            <Link
              to="/start"
              search={{ step } as never /* Any address may carry any text. */}
              className={`${styles['step']} ${step === current ? styles['current'] : ''}`}
              {...(step === current ? { 'aria-current': 'step' } : {})}
            >
              <span className={styles['number']}>{index + 1}</span>
              <span className={styles['stepTitle']}>{t(`step.${step}`)}</span>
              <span className={styles['said']}>{said(step)}</span>
              <StateMark state={MARKS[stateOf(step, state)]} words={t(`state.${stateOf(step, state)}`)} />
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  )
}

/** What a step has come to, in a few words. */
function useSaid(state: StartState): (step: Step) => string {
  const { t } = useTranslation('start')
  const { t: shell } = useTranslation('shell')
  const { company, rules, people, targets, run } = state
  const words: Record<Step, () => string> = {
    company: () => {
      if (company === null) return t('said.company.none')
      return hasRules(state)
        ? t('said.rules', { schemes: countText(rules.schemes), measures: countText(rules.measures) })
        : t('said.company', { name: company.name, currency: company.currency })
    },
    people: () => (people.all === 0 ? t('said.people.none') : t('said.people', { count: people.all, roles: countText(people.withRole) })),
    records: () => (rowsIn(state) === 0 ? t('said.records.none') : t('said.records', { rows: countText(rowsIn(state)) })),
    targets: () => (targets === 0 ? t('said.targets.none') : t('said.targets', { count: targets })),
    run: () => {
      if (run === null) return t('said.run.none')
      const period = periodName(run.period, shell)
      return run.scored === 0 ? t('said.run.noScore', { period }) : t('said.run', { period, scored: countText(run.scored) })
    },
  }
  return (step) => words[step]()
}
