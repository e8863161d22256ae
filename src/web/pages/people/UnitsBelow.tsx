import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { countText } from '../../ui/numbers.ts'
import type { Column } from '../../ui/table/column.ts'
import { DataTable } from '../../ui/table/DataTable.tsx'
import type { UnitRow } from './queries.ts'
import { UnitLink } from './UnitLink.tsx'

/** The units right below one. */
export function UnitsBelow({ rows }: { readonly rows: readonly UnitRow[] }) {
  const { t } = useTranslation('people')
  const columns = useMemo<readonly Column<UnitRow>[]>(
    () => [
      { id: 'name', title: t('unit'), always: true, cell: (u) => <UnitLink unit={u} />, text: (u) => u.name },
      { id: 'id', title: t('id'), cell: (u) => u.id, text: (u) => u.id },
      { id: 'people', title: t('unit.own'), end: true, cell: (u) => countText(u.people), text: (u) => String(u.people) },
      { id: 'all', title: t('unit.all'), end: true, cell: (u) => countText(u.all), text: (u) => String(u.all) },
    ],
    [t],
  )
  return <DataTable name="units-below" label={t('units')} columns={columns} rows={rows} rowKey={(u) => u.id} tools={false} />
}
