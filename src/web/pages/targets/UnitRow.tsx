import { useTranslation } from 'react-i18next'
import { shownFigure } from '../../ui/figure-text.ts'
import type { Column } from './queries.ts'
import type { UnitGap } from './sums.ts'
import styles from './targets.module.css'

interface UnitRowProps {
  readonly name: string
  readonly count: number
  readonly index: number
  readonly columns: readonly Column[]
  readonly figures: readonly (string | null)[] | undefined
  readonly teams: readonly (UnitGap | null)[] | undefined
}

/** A unit above its people: what theirs come to. */
export function UnitRow({ name, count, index, columns, figures, teams }: UnitRowProps) {
  const { t } = useTranslation('targets')
  return (
    <tr aria-rowindex={index} className={styles['unit']}>
      <th scope="row" className={styles['name']} title={name}>
        {name}
        <span className={styles['id']}>{t('people', { count })}</span>
      </th>
      {columns.map((column, at) => {
        const team = teams?.[at] ?? null
        const note =
          team === null
            ? undefined
            : team.gap === null
              ? t('team', { asked: shownFigure(team.asked, false) })
              : t('team.gap', { asked: shownFigure(team.asked, false), gap: shownFigure(team.gap, false) })
        return (
          <td key={`${column.measure} ${column.period}`} className={styles['cell']} title={note}>
            {team?.gap == null ? null : <span className={styles['mark']} aria-hidden="true" />}
            {figures?.[at] == null ? null : shownFigure(figures[at], column.percent)}
            {team?.gap == null ? null : <span className="visually-hidden">{note}</span>}
          </td>
        )
      })}
    </tr>
  )
}
