import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { grouped } from '../../../base/grouped.ts'
import { periodName } from '../period-names.ts'
import type { Asked, ShownTrace } from './explanation.ts'
import { Records } from './Records.tsx'
import styles from './why.module.css'
import { useRuleWords } from './words.ts'

/** A measure of somebody, with its sentence. */
export function MeasureExplained({ asked, name, trace }: { readonly asked: Asked; readonly name: string; readonly trace: ShownTrace }) {
  const { t } = useTranslation('why')
  const { t: frame } = useTranslation('shell')
  const { nameOf, figure } = useRuleWords()
  const about = { name, measure: nameOf(trace.measure), period: periodName(asked.period, frame) }
  return (
    <>
      <p className={styles['say']}>{trace.value === null ? t('measure.none', about) : t('measure.say', { ...about, value: figure(trace.value, trace.measure) })}</p>
      <TraceView asked={asked} trace={trace} />
    </>
  )
}

/** How deep formulas are opened by themselves; deeper ones open on a press. */
const OPEN_TO = 1

/** How a value came about: a formula with the figures put in, or the records that were counted; asked for when it is opened. */
export function TraceView({ asked, trace, depth = 0 }: { readonly asked: Asked; readonly trace: ShownTrace; readonly depth?: number }) {
  const { nameOf, figure } = useRuleWords()
  const [open, setOpen] = useState(depth < OPEN_TO)
  const value = trace.value === null ? '–' : figure(trace.value, trace.measure)
  return (
    <details className={styles['trace']} open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {nameOf(trace.measure)} = {value}
      </summary>
      {open ? <Inside asked={asked} trace={trace} depth={depth} /> : null}
    </details>
  )
}

function Inside({ asked, trace, depth }: { readonly asked: Asked; readonly trace: ShownTrace; readonly depth: number }) {
  const { t } = useTranslation('why')
  const { formula } = useRuleWords()
  const { parts } = trace
  return (
    <div className={styles['inside']}>
      {trace.rounding === null ? null : <p className={styles['quiet']}>{t('rounded', { before: grouped(trace.rounding.before) })}</p>}
      {parts.kind === 'formula' ? (
        <>
          <p className={styles['formula']}>{formula(parts.expr)}</p>
          {parts.values.map((each) => (
            <TraceView key={JSON.stringify(each.ref)} asked={asked} trace={each.trace} depth={depth + 1} />
          ))}
        </>
      ) : null}
      {parts.kind === 'aggregate' && parts.average !== null ? (
        <p className={styles['formula']}>{t('average', { sum: grouped(parts.average.sum), over: grouped(parts.average.over) })}</p>
      ) : null}
      {parts.kind === 'aggregate' ? <Records asked={asked} parts={parts} /> : null}
    </div>
  )
}
