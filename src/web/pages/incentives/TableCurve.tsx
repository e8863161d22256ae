import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { TableDocument } from '../../../engine/documents/table.ts'
import { type AxisLook, PayCurve } from '../../parts/plans/PayCurve.tsx'
import { curveOfTable } from '../../parts/plans/pay-curve.ts'
import { readCurve, readTiers, type TableDraft } from '../../parts/plans/read-table.ts'

interface TableCurveProps {
  readonly table: { readonly table: string; readonly name: string; readonly units: Readonly<Record<string, string>>; readonly document: unknown }
}

/** A table of tiers or a curve, drawn as far as it can be read; a lookup has no picture. */
export function TableCurve({ table }: TableCurveProps) {
  const { t } = useTranslation('incentives')
  const document = table.document as TableDraft & Partial<Pick<TableDocument & { kind: 'curve' }, 'of' | 'pays'>> // A table, or a draft of one: every field is looked at before it is used.
  const drawn = useMemo(() => {
    const read = document.kind === 'tiers' ? readTiers(document) : document.kind === 'curve' ? readCurve(document) : null
    return read === null ? null : curveOfTable(read)
  }, [document])
  if (drawn === null) return null
  const of = lookOf(document.of)
  return (
    <PayCurve
      name={table.table}
      label={t('curve.table', { table: table.name })}
      drawn={drawn}
      x={{ title: inUnit(t('curve.quantity'), table.units[document.of ?? '']), look: of }}
      y={{ title: inUnit(t('curve.given'), table.units[document.pays ?? '']), look: document.pays === undefined ? of : lookOf(document.pays) }}
    />
  )
}

const inUnit = (title: string, unit: string | undefined): string => (unit === undefined || unit === '' ? title : `${title}（${unit}）`)

function lookOf(unit: string | undefined): AxisLook {
  if (unit === 'money') return 'money'
  return unit === 'percent' || unit === '%' || unit === '百分比' ? 'percent' : 'number'
}
