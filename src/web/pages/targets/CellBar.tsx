import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { talkOfTarget } from '../../parts/comments/object.ts'
import { periodName } from '../../parts/period-names.ts'
import { useAddressParam } from '../../ui/AddressDrawer.tsx'
import { readFigure, shownFigure } from '../../ui/figure-text.ts'
import type { GridProps } from './grid.ts'
import { partsSum } from './sums.ts'
import styles from './targets.module.css'

type CellBarProps = Pick<GridProps, 'columns' | 'people' | 'parts' | 'figuresOf' | 'editOf' | 'selection' | 'sheet' | 'change' | 'level'>

/** Where one stands, in words, and what can be done there. */
export function CellBar(props: CellBarProps) {
  const { t } = useTranslation('targets')
  const { columns, people, selection, sheet, change } = props
  const [, setHistory] = useAddressParam('history')
  const [, setTalk] = useAddressParam('comments')
  const [person, column] = [people[selection.head.row], columns[selection.head.column]]
  return (
    <div className={styles['bar']}>
      <span className={styles['where']} role="status">
        <span>
          <Where {...props} />
        </span>
      </span>
      <span className={styles['does']}>
        <Button
          size="small"
          disabled={person === undefined || column === undefined}
          onClick={() => (person === undefined || column === undefined ? undefined : setHistory(JSON.stringify([person.id, column.measure, column.period])))}
        >
          {t('history')}
        </Button>
        <Button
          size="small"
          disabled={person === undefined || column === undefined}
          onClick={() => (person === undefined || column === undefined ? undefined : setTalk(talkOfTarget(person.id, column.period)))}
        >
          {t('comments')}
        </Button>
        <Button size="small" disabled={sheet.past.length === 0} onClick={() => change({ type: 'undo' })}>
          {t('undo')}
        </Button>
        <Button size="small" disabled={sheet.future.length === 0} onClick={() => change({ type: 'redo' })}>
          {t('redo')}
        </Button>
        <Button size="small" disabled={sheet.edits.size === 0} onClick={() => change({ type: 'drop', keys: 'all' })}>
          {t('discard')}
        </Button>
      </span>
    </div>
  )
}

function Where({ columns, people, parts, figuresOf, editOf, selection }: CellBarProps) {
  const { t } = useTranslation('targets')
  const { t: frame } = useTranslation('shell')
  const { row, column: at } = selection.head
  const [person, column] = [people[row], columns[at]]
  if (person === undefined || column === undefined) return null
  const figures = figuresOf(person)
  const value = figures[at] ?? null
  const shown = (figure: string) => shownFigure(figure, column.percent)
  const edit = editOf(person, column)
  const bad = edit !== undefined && 'bad' in readFigure(edit.to, column.percent)
  const sum = partsSum(figures, at, parts)
  return (
    <>
      <strong>{person.name}</strong> · {column.name} · {t('at', { period: periodName(column.period, frame), value: bad ? edit.to : value === null ? t('none') : shown(value) })}
      {bad ? ` ${t(column.percent ? 'bad.percent' : 'bad.number')}` : edit === undefined ? '' : ` ${t('edited', { from: edit.from === null ? t('none') : shown(edit.from) })}`}
      {sum === null || sum.gap === null ? '' : ` ${t('gap', { parts: t(`parts.${sum.kind}`), sum: shown(sum.sum), gap: shown(sum.gap) })}`}
      {sum === null || value !== null ? '' : ` ${t(sum.finer ? 'sumFiner' : 'sumOnly', { parts: t(`parts.${sum.kind}`), given: sum.given, count: sum.parts })}`}
    </>
  )
}
