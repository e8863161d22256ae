import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { dayBefore } from '../../parts/days.ts'
import { ColleagueName } from './ColleagueName.tsx'
import styles from './people.module.css'
import type { PersonDetail } from './queries.ts'
import { type Days, holdingOn } from './spans.ts'
import { UnitLink } from './UnitLink.tsx'
import type { UnitDetail } from './unit-queries.ts'
import { useRoleName } from './words.ts'

interface SpansProps<Span> {
  readonly spans: readonly Span[]
  readonly day: string
}

/** A time line, the latest first; what holds on the day looked at is marked. */
function Spans<Span extends Days>({ spans, day, children }: SpansProps<Span> & { readonly children: (span: Span) => ReactNode }) {
  const { t } = useTranslation('people')
  const current = holdingOn(spans, day)
  return (
    <ol className={styles['spans']}>
      {[...spans].reverse().map((span) => (
        <li key={span.from ?? ''} className={`${styles['span']} ${span === current ? styles['current'] : ''}`}>
          <span className={styles['when']}>
            {span.from ?? t('span.ever')} — {span.until === null ? t(span.from !== null && span.from > day ? 'span.openLater' : 'span.open') : dayBefore(span.until)}
          </span>
          <span>{children(span)}</span>
          {span === current ? <span className={styles['mark']}>{t('now')}</span> : null}
        </li>
      ))}
    </ol>
  )
}

export function AssignmentSpans({ spans, day }: SpansProps<PersonDetail['assignments'][number]>) {
  const { t } = useTranslation('people')
  const roleName = useRoleName()
  if (spans.length === 0) return <p className={styles['quiet']}>{t('one.sentence.never')}</p>
  return (
    <Spans spans={spans} day={day}>
      {({ unitName, position, role }) => [unitName ?? t('unit.none'), position ?? t('position.none'), role === null ? t('role.none') : roleName(role)].join(' · ')}
    </Spans>
  )
}

export function LineSpans({ spans, day, none }: SpansProps<PersonDetail['managers'][number]> & { readonly none: string }) {
  if (spans.length === 0) return <p className={styles['quiet']}>{none}</p>
  return (
    <Spans spans={spans} day={day}>
      {({ person }) => <ColleagueName person={person} />}
    </Spans>
  )
}

export function UnitSpans({ spans, day }: SpansProps<UnitDetail['parents'][number]>) {
  const { t } = useTranslation('people')
  if (spans.length === 0) return <p className={styles['quiet']}>{t('unit.parents.none')}</p>
  return (
    <Spans spans={spans} day={day}>
      {({ unit }) => <UnitLink unit={unit} />}
    </Spans>
  )
}
