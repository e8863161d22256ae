import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Figure, Missing } from '../../ui/Figures.tsx'
import { Section } from '../../ui/Page.tsx'
import type { Column } from '../../ui/table/column.ts'
import { DataTable } from '../../ui/table/DataTable.tsx'
import type { Scheme } from './queries.ts'

type Grade = Scheme['grades'][number]

/** Which score gives which grade, and what pay is multiplied by. */
export function GradesSection({ scheme }: { readonly scheme: Scheme }) {
  const { t } = useTranslation('schemes')
  const { grades } = scheme
  const columns = useMemo<readonly Column<Grade>[]>(
    () => [
      { id: 'grade', title: t('grade'), always: true, cell: (g) => g.grade, text: (g) => g.grade },
      { id: 'scores', title: t('grade.scores'), cell: (g) => scoresOf(g, grades, t), text: (g) => scoresOf(g, grades, t) },
      {
        ...{ id: 'coefficient', title: t('coefficient'), end: true, width: 120, text: (g: Grade) => g.coefficient },
        cell: (g) => (g.coefficient === null ? <Missing reason={t('coefficient.none')} /> : <Figure value={g.coefficient} />),
      },
    ],
    [t, grades],
  )
  if (grades.length === 0) return null
  return (
    <Section title={t('grades')} note={t('grades.note', { round: scheme.round })}>
      <DataTable name="scheme-grades" label={t('grades')} columns={columns} rows={grades} rowKey={(g) => g.grade} tools={false} />
    </Section>
  )
}

type Say = ReturnType<typeof useTranslation<'schemes'>>['t']

function scoresOf(grade: Grade, grades: readonly Grade[], t: Say): string {
  const above = grades[grades.indexOf(grade) - 1]?.from ?? null
  if (grade.from === null) return above === null ? t('grade.all') : t('grade.below', { until: above })
  return above === null ? t('grade.from', { from: grade.from }) : t('grade.between', { from: grade.from, until: above })
}
