import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { periodName } from '../../parts/period-names.ts'
import { shownFigure } from '../../ui/figure-text.ts'
import { isDecimal } from '../../ui/numbers.ts'
import type { Problem } from '../../ui/problem.ts'
import type { NameOf } from './EditList.tsx'
import { type Edit, editKey, type SheetAction } from './edits.ts'
import styles from './targets.module.css'

interface ConflictProps {
  readonly problem: Problem
  readonly edits: readonly Edit[]
  readonly nameOf: NameOf
  readonly change: (action: SheetAction) => void
  readonly onDone: () => void
}

interface Changed {
  readonly edit: Edit
  readonly key: string
  readonly now: string | null
  readonly by: string
}

/** Cells that somebody else changed: who, to what; keep theirs, or lay one's own over them. */
export function Conflict({ problem, edits, nameOf, change, onDone }: ConflictProps) {
  const { t } = useTranslation('targets')
  const { t: frame } = useTranslation('shell')
  const queries = useQueryClient()
  const found = changedIn(problem, edits)
  const settle = (action: SheetAction) => {
    change(action)
    onDone()
    void queries.invalidateQueries({ queryKey: ['targets'] })
  }
  const told = ({ edit, now, by }: Changed) => {
    const shown = (value: string | null) => (value === null || !isDecimal(value) ? t('none') : shownFigure(value, edit.percent))
    const { employee: name, measure } = nameOf(edit)
    const words = { name, measure, period: periodName(edit.period, frame), seen: shown(edit.from), now: shown(now) }
    return by === '' ? t('conflict.cell', words) : t('conflict.cellBy', { ...words, by })
  }
  return (
    <div className={styles['form']} role="alert">
      <p>{problem.detail}</p>
      <ul className={styles['list']}>
        {found.map((each) => (
          <li key={each.key}>{told(each)}</li>
        ))}
      </ul>
      <div className={styles['buttons']}>
        <Button onClick={() => settle({ type: 'drop', keys: found.map(({ key }) => key) })}>{t('conflict.theirs', { count: found.length })}</Button>
        <Button onClick={() => settle({ type: 'rebase', now: new Map(found.map(({ key, now }) => [key, now])) })}>{t('conflict.mine', { count: found.length })}</Button>
      </div>
    </div>
  )
}

function changedIn(problem: Problem, edits: readonly Edit[]): Changed[] {
  return (problem.errors ?? []).flatMap(({ place, ...each }) => {
    const path = place?.['path']
    const edit = Array.isArray(path) ? edits[Number(path[1])] : undefined
    const params = 'params' in each ? (each.params as Readonly<Record<string, string>>) : {} // Findings of the API carry them.
    const now = params['now'] ?? '–'
    return edit === undefined ? [] : [{ edit, key: editKey(edit), now: now === '–' ? null : now, by: params['name'] ?? '' }]
  })
}
