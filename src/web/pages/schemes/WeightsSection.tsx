import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { dec } from '../../../base/decimal.ts'
import { periodName } from '../../parts/period-names.ts'
import { WeightSum } from '../../parts/rules/WeightBar.tsx'
import { Figure } from '../../ui/Figures.tsx'
import { Section } from '../../ui/Page.tsx'
import type { Column } from '../../ui/table/column.ts'
import { DataTable } from '../../ui/table/DataTable.tsx'
import type { Scheme, SchemeLine } from './queries.ts'

/** Weights where they are others: in single periods, and for newcomers. */
export function WeightsSection({ scheme }: { readonly scheme: Scheme }) {
  const { t } = useTranslation('schemes')
  const { t: frame } = useTranslation('shell')
  const { periodWeights, newcomers, lines } = scheme
  const weighted = lines.filter((line) => dec(line.weight).gt(0))
  const columns = useMemo<readonly Column<SchemeLine>[]>(() => {
    const of = (id: string, title: string, weights: readonly { readonly line: string; readonly weight: string }[]): Column<SchemeLine> => {
      const at = (line: SchemeLine) => weights.find((each) => each.line === line.line)?.weight ?? '0'
      return { id, title, end: true, width: 150, cell: (line) => <Figure value={at(line)} unit="%" />, text: at }
    }
    return [
      { id: 'line', title: t('line'), always: true, cell: (line) => line.name, text: (line) => line.name },
      of('usual', t('weights.usual'), lines),
      ...periodWeights.map(({ period, weights }) => of(period, periodName(period, frame), weights)),
      ...(newcomers === null ? [] : [of('newcomers', t('weights.newcomers', { count: newcomers.months }), newcomers.weights)]),
    ]
  }, [t, frame, lines, periodWeights, newcomers])
  if (periodWeights.length === 0 && newcomers === null) return null
  const wrong = [...periodWeights, ...(newcomers === null ? [] : [newcomers])].filter(({ weights }) => !weights.reduce((sum, { weight }) => sum.plus(weight), dec(0)).eq(100))
  return (
    <Section title={t('weights.other')} note={t('weights.otherNote')}>
      {wrong.map(({ weights }) => (
        <WeightSum key={JSON.stringify(weights)} weights={weights.map((each) => each.weight)} />
      ))}
      <DataTable name="scheme-weights" label={t('weights.other')} columns={columns} rows={weighted} rowKey={(line) => line.line} tools={false} />
    </Section>
  )
}
