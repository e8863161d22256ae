import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { dec, decimalText } from '../../../base/decimal.ts'
import type { Overview } from '../../parts/results/queries.ts'
import { Amount, Figure, Missing, Percent } from '../../ui/Figures.tsx'
import type { Column } from '../../ui/table/column.ts'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { byNumber, byText } from '../../ui/table/rows.ts'
import { costOf } from './cost.ts'

type Unit = Overview['units'][number]

/** Units side by side: people, scores, what they brought, what they earned. */
export function UnitsTable({ overview }: { readonly overview: Overview }) {
  const { t } = useTranslation('home')
  const columns = useUnitColumns(overview)
  return <DataTable name="home-units" label={t('units')} columns={columns} rows={overview.units} rowKey={({ unit }) => unit ?? ''} tools={false} />
}

function useUnitColumns({ measure, showsPay }: Overview): readonly Column<Unit>[] {
  const { t } = useTranslation('home')
  return useMemo(() => {
    const share = (unit: Unit) => {
      const cost = costOf(unit.pay, unit.result)
      return cost === null ? null : decimalText(dec(cost).div(100))
    }
    const pay: readonly Column<Unit>[] = [
      { id: 'pay', title: t('pay'), end: true, cell: (unit) => <Amount value={unit.pay} />, text: (unit) => unit.pay, compare: byNumber((unit) => unit.pay) },
      ...(measure === null
        ? []
        : [{ id: 'share', title: t('share', { measure: measure.name }), end: true, cell: (unit: Unit) => <Percent value={share(unit)} />, text: share, compare: byNumber(share) }]),
    ]
    return [
      { id: 'unit', title: t('unit'), always: true, cell: (unit) => <UnitName unit={unit} />, text: (unit) => unit.name, compare: byText((unit) => unit.name) },
      { id: 'people', title: t('company.people'), end: true, cell: (unit) => unit.people, text: (unit) => String(unit.people), compare: byNumber((unit) => String(unit.people)) },
      { id: 'scored', title: t('company.scored'), end: true, cell: (unit) => unit.scored, text: (unit) => String(unit.scored), compare: byNumber((unit) => String(unit.scored)) },
      {
        id: 'average',
        title: t('company.average'),
        end: true,
        cell: (unit) => <Figure value={unit.average} />,
        text: (unit) => unit.average,
        compare: byNumber((unit) => unit.average),
      },
      ...(measure === null
        ? []
        : [
            {
              id: 'result',
              title: measure.name,
              end: true,
              cell: (unit: Unit) => <Amount value={unit.result} />,
              text: (unit: Unit) => unit.result,
              compare: byNumber((unit: Unit) => unit.result),
            },
          ]),
      ...(showsPay ? pay : []),
    ]
  }, [t, measure, showsPay])
}

function UnitName({ unit: { unit, name } }: { readonly unit: Unit }) {
  const { t } = useTranslation('home')
  if (unit === null) return <Missing reason={t('unit.none')} />
  return (
    <Link to="/scoreboard" search={(before) => ({ ...before, 'f.unit': unit })}>
      {name ?? unit}
    </Link>
  )
}
