import { useTranslation } from 'react-i18next'
import { Section } from '../../../ui/Page.tsx'
import styles from '../schemes.module.css'
import { listAt, without } from './body.ts'
import { findingsUnder, isAtField, useEditing, useSet } from './context.ts'
import { FindingNotes } from './FindingNotes.tsx'
import { AddButton, CellField, RemoveButton } from './fields.tsx'

/** Grades, the best first; the last one may take everybody below. */
export function GradesEditor() {
  const { t } = useTranslation('schemes')
  const { body, findings } = useEditing()
  const set = useSet()
  const grades = listAt(body, ['grades'])
  return (
    <Section title={t('grades')} note={t('edit.grades.note')}>
      <FindingNotes findings={findingsUnder(findings, ['grades']).filter((finding) => !isAtField(finding))} />
      {grades.length === 0 ? null : (
        <table className={styles['cells']}>
          <caption className="visually-hidden">{t('grades')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('grade')}</th>
              <th scope="col">{t('edit.grade.from')}</th>
              <th scope="col">{t('coefficient')}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {grades.map((_, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows of a table have no name but their place.
              <tr key={at}>
                <td>
                  <CellField path={['grades', at, 'grade']} label={t('edit.gradeOf', { row: at + 1 })} />
                </td>
                <td>
                  <CellField path={['grades', at, 'from']} label={t('edit.grade.fromOf', { row: at + 1 })} placeholder={at === grades.length - 1 ? t('grades.rest') : ''} />
                </td>
                <td>
                  <CellField path={['grades', at, 'coefficient']} label={t('edit.coefficientOf', { row: at + 1 })} />
                </td>
                <td>
                  <RemoveButton what={t('edit.row', { row: at + 1 })} onClick={() => set(['grades'], grades.length === 1 ? undefined : without(grades, at))} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <AddButton label={t('edit.grade.add')} onClick={() => set(['grades'], [...grades, { grade: '' }])} />
    </Section>
  )
}
