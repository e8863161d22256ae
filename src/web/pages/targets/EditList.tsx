import { useTranslation } from 'react-i18next'
import { periodName } from '../../parts/period-names.ts'
import { readFigure, shownFigure } from '../../ui/figure-text.ts'
import type { Column } from '../../ui/table/column.ts'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { type Edit, editKey } from './edits.ts'
import styles from './targets.module.css'

export type NameOf = (edit: Edit) => { readonly employee: string; readonly measure: string }

/** Changes, cell by cell: what there was and what shall be. */
export function EditList({ edits, nameOf }: { readonly edits: readonly Edit[]; readonly nameOf: NameOf }) {
  const { t } = useTranslation('targets')
  const { t: frame } = useTranslation('shell')
  const shown = (edit: Edit, text: string | null) => {
    if (text === null || text === '') return t('none')
    const figure = readFigure(text, edit.percent)
    return 'bad' in figure || figure.value === null ? text : shownFigure(figure.value, edit.percent)
  }
  const columns: readonly Column<Edit>[] = [
    { id: 'employee', title: t('person'), always: true, cell: (edit) => nameOf(edit).employee, text: (edit) => edit.employee },
    { id: 'measure', title: t('measure'), cell: (edit) => nameOf(edit).measure, text: (edit) => edit.measure },
    { id: 'period', title: t('period'), cell: (edit) => periodName(edit.period, frame), text: (edit) => edit.period },
    { id: 'level', title: t('level'), cell: (edit) => t(`level.${edit.level}`), text: (edit) => edit.level },
    { id: 'from', title: t('from'), end: true, cell: (edit) => <span className={styles['quiet']}>{shown(edit, edit.from)}</span>, text: (edit) => edit.from },
    { id: 'to', title: t('to'), end: true, cell: (edit) => shown(edit, edit.to), text: (edit) => edit.to },
  ]
  return <DataTable name="target-edits" label={t('save.title')} columns={columns} rows={edits} rowKey={editKey} tools={false} />
}
