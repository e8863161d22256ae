import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { ProblemView } from '../../ui/ProblemView.tsx'
import { Lines } from '../../ui/Skeletons.tsx'
import { StateMark } from '../../ui/StateMark.tsx'
import { RunNote } from '../results/RunNote.tsx'
import { type Asked, type Explanation, explanationQuery, toldBy } from './explanation.ts'
import { PayExplained } from './PayExplained.tsx'
import { LineExplained, ScoreExplained } from './ScoreExplained.tsx'
import { MeasureExplained } from './TraceView.tsx'
import styles from './why.module.css'

/** One explanation: the sentence, the formula with its figures, the records, the versions; and whether both evaluators agree. */
export function Explained(asked: Asked) {
  const { data, error, refetch } = useQuery(explanationQuery(asked))
  if (error !== null && data === undefined) return <ProblemView error={error} again={() => void refetch()} />
  if (data === undefined) return <Lines count={10} />
  return (
    <div className={styles['explained']}>
      <Subject asked={asked} explanation={data} />
      <Agreement explanation={data} />
      <Versions versions={data.versions} />
      <RunNote run={data.run} />
    </div>
  )
}

function Subject({ asked, explanation }: { readonly asked: Asked; readonly explanation: Explanation }) {
  const told = toldBy(explanation)
  switch (told.kind) {
    case 'measure':
      return <MeasureExplained asked={asked} name={explanation.employee.name} trace={told.trace} />
    case 'score': {
      const [line] = told.score?.lines ?? []
      const result = told.score?.result.lines[0]
      if (asked.subject.startsWith('line:') && line !== undefined && result !== undefined) return <LineExplained asked={asked} line={line} result={result} />
      return <ScoreExplained asked={asked} name={explanation.employee.name} score={told.score} />
    }
    case 'pay':
      return <PayExplained asked={asked} name={explanation.employee.name} earnings={told.earnings} />
    default:
      return told satisfies never
  }
}

function Agreement({ explanation: { agrees, stored, recomputed } }: { readonly explanation: Explanation }) {
  const { t } = useTranslation('why')
  if (agrees === null) return <StateMark state="none" words={t('stale')} />
  if (agrees) return <StateMark state="on" words={t('agrees')} />
  return <StateMark state="off" words={t('differs', { stored: JSON.stringify(stored), recomputed: JSON.stringify(recomputed) })} />
}

const KINDS = ['scheme', 'incentive', 'table', 'measure', 'dataset'] as const

function Versions({ versions }: { readonly versions: Explanation['versions'] }) {
  const { t } = useTranslation('why')
  const found = Object.entries(versions).map(([document, version]) => ({ kind: document.slice(0, document.indexOf('/')), id: document.slice(document.indexOf('/') + 1), version }))
  if (found.length === 0) return null
  return (
    <section className={styles['part']}>
      <h3>{t('versions')}</h3>
      <dl className={styles['versions']}>
        {KINDS.filter((kind) => found.some((each) => each.kind === kind)).map((kind) => (
          <div key={kind}>
            <dt>{t(`kind.${kind}`)}</dt>
            <dd>
              {found
                .filter((each) => each.kind === kind)
                .map(({ id, version }) => `${id} ${t('version', { version })}`)
                .join(' · ')}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
