import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Missing } from '../../ui/Figures.tsx'
import type { Column } from '../../ui/table/column.ts'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { ColleagueName } from './ColleagueName.tsx'
import type { PersonDetail } from './queries.ts'

type Row = PersonDetail['reports'][number]

/** A short list of those below somebody. */
export function Below({ name, label, rows }: { readonly name: string; readonly label: string; readonly rows: readonly Row[] }) {
  const { t } = useTranslation('people')
  const columns = useMemo<readonly Column<Row>[]>(
    () => [
      { id: 'name', title: t('name'), always: true, cell: (p) => <ColleagueName person={{ ...p, visible: true }} />, text: (p) => p.name },
      { id: 'id', title: t('id'), cell: (p) => p.id, text: (p) => p.id },
      { id: 'unit', title: t('unit'), cell: (p) => p.unitName ?? <Missing reason={t('unit.none')} />, text: (p) => p.unitName },
      { id: 'position', title: t('position'), cell: (p) => p.position ?? <Missing reason={t('position.none')} />, text: (p) => p.position },
    ],
    [t],
  )
  return <DataTable name={`people-${name}`} label={label} columns={columns} rows={rows} rowKey={(p) => p.id} tools={false} />
}
