import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { nameIn } from '../../../base/diagnostic.ts'
import type { LineResult } from '../../../engine/results.ts'
import { MeasureValue } from '../../parts/results/MeasureValue.tsx'
import { useLang } from '../../text/lang.ts'
import { Figure, Missing, Percent } from '../../ui/Figures.tsx'
import { Section } from '../../ui/Page.tsx'
import type { Column } from '../../ui/table/column.ts'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { ComponentEffects } from './ComponentEffects.tsx'
import styles from './estimate.module.css'
import type { Asked, Estimated } from './what-if.ts'

interface EffectProps {
  readonly asked: Asked
  readonly before: Estimated
  readonly after: Estimated
}

/** What comes of it, line by line and component by component, each before and after. */
export function EffectSection({ asked, before, after }: EffectProps) {
  return (
    <div className={styles['effect']}>
      <LineEffects asked={asked} before={before} after={after} />
      {asked.pay ? <ComponentEffects asked={asked} before={before} after={after} /> : null}
    </div>
  )
}

interface LinePair {
  readonly id: string
  readonly name: string
  readonly percent: boolean
  readonly unit: Readonly<Record<string, number>>
  readonly before: LineResult | undefined
  readonly after: LineResult | undefined
}

function LineEffects({ asked, before, after }: EffectProps) {
  const { t } = useTranslation('estimate')
  const lang = useLang()
  const pairs = useMemo(() => {
    const scheme = asked.program.schemes[after.score?.scheme ?? before.score?.scheme ?? '']
    return (scheme?.lines ?? []).map(({ line, name, measure }): LinePair => {
      const about = asked.program.measures[measure]
      const of = (score: Estimated['score']) => score?.lines.find((each) => each.line === line)
      return { id: line, name: nameIn(name, lang, line), percent: about?.percent ?? false, unit: about?.unit ?? {}, before: of(before.score), after: of(after.score) }
    })
  }, [asked.program, before.score, after.score, lang])
  if (pairs.length === 0) return null
  const both = (pair: LinePair, show: (line: LineResult | undefined) => React.ReactNode, text: (line: LineResult | undefined) => string | null) =>
    text(pair.before) === text(pair.after) ? (
      show(pair.after)
    ) : (
      <>
        <span className={styles['quiet']}>{show(pair.before)} →</span> <strong>{show(pair.after)}</strong>
      </>
    )
  const column = (
    id: string,
    show: (pair: LinePair) => (line: LineResult | undefined) => React.ReactNode,
    text: (line: LineResult | undefined) => string | null,
  ): Column<LinePair> => ({
    ...{ id, title: t(`line.${id}` as 'line.points'), end: true }, // Every id below has a title.
    cell: (pair) => both(pair, show(pair), text),
    text: (pair) => text(pair.after),
  })
  const columns: readonly Column<LinePair>[] = [
    { id: 'line', title: t('line'), always: true, cell: (pair) => pair.name, text: (pair) => pair.name },
    column(
      'target',
      (pair) => (line) => <MeasureValue {...pair} value={line?.target ?? null} missing={t('noTarget')} />,
      (line) => line?.target ?? null,
    ),
    column(
      'actual',
      (pair) => (line) => <MeasureValue {...pair} value={line?.actual ?? null} missing={t('noActual')} />,
      (line) => line?.actual ?? null,
    ),
    column(
      'attainment',
      () => (line) => <Percent value={line?.attainment ?? null} missing={t('noTarget')} />,
      (line) => line?.attainment ?? null,
    ),
    column(
      'points',
      () => (line) => <Points line={line} />,
      (line) => line?.points ?? line?.state ?? null,
    ),
  ]
  return (
    <Section title={t('lines')}>
      <DataTable name="estimate-lines" label={t('lines')} columns={columns} rows={pairs} rowKey={(pair) => pair.id} tools={false} />
    </Section>
  )
}

function Points({ line }: { readonly line: LineResult | undefined }) {
  const { t } = useTranslation('estimate')
  if (line === undefined) return <Missing reason={t('none')} />
  return <Figure value={line.points} missing={t(`state.${line.state}`)} />
}
