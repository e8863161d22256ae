import { useTranslation } from 'react-i18next'
import styles from '../schemes.module.css'
import { listAt, type Path, textAt, without } from './body.ts'
import { useEditing, useSet } from './context.ts'
import { AddButton, CellField, RemoveButton } from './fields.tsx'

interface StepsEditorProps {
  readonly kind: 'bands' | 'points'
  readonly path: Path
}

/** The bands of a rule or the points of a curve, a row each. */
export function StepsEditor({ kind, path }: StepsEditorProps) {
  const { t } = useTranslation('schemes')
  const { body } = useEditing()
  const set = useSet()
  const rows = listAt(body, path)
  const add = () => {
    const last = rows.length - 1
    // The last band is open: a new one goes before it.
    if (kind === 'bands') set(path, [...rows.slice(0, last), { to: '', points: '' }, ...rows.slice(last)])
    else set(path, [...rows, { at: '', points: '' }])
  }
  return (
    <div className={styles['wide']}>
      <table className={styles['cells']}>
        <caption className="visually-hidden">{t(`edit.${kind}`)}</caption>
        <thead>
          <tr>
            {kind === 'bands' ? <th scope="col">{t('edit.band.from')}</th> : null}
            <th scope="col">{t(kind === 'bands' ? 'edit.band.to' : 'edit.point.at')}</th>
            <th scope="col">{t('edit.step.points')}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {rows.map((_, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of a table have no name but their place.
            <tr key={at}>
              {kind === 'bands' ? (
                <td>
                  <From path={path} at={at} />
                </td>
              ) : null}
              <td>
                {kind === 'bands' && at === rows.length - 1 && textAt(body, [...path, at, 'to']) === '' ? (
                  <span className={styles['quiet']}>{t('edit.band.open')}</span>
                ) : (
                  <CellField path={[...path, at, kind === 'bands' ? 'to' : 'at']} label={t(kind === 'bands' ? 'edit.band.toOf' : 'edit.point.atOf', { row: at + 1 })} />
                )}
              </td>
              <td>
                <CellField path={[...path, at, 'points']} label={t('edit.step.pointsOf', { row: at + 1 })} />
              </td>
              <td>
                <RemoveButton what={t('edit.row', { row: at + 1 })} onClick={() => set(path, without(rows, at))} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <AddButton label={t(kind === 'bands' ? 'edit.band.add' : 'edit.point.add')} onClick={add} />
    </div>
  )
}

/** Where a band begins: where the one before ends, unless its author wrote something else. */
function From({ path, at }: { readonly path: Path; readonly at: number }) {
  const { t } = useTranslation('schemes')
  const { body } = useEditing()
  const written = textAt(body, [...path, at, 'from'])
  if (written !== '') return <CellField path={[...path, at, 'from']} label={t('edit.band.fromOf', { row: at + 1 })} />
  return <span className={styles['quiet']}>{at === 0 ? '0' : textAt(body, [...path, at - 1, 'to']) || '–'}</span>
}
