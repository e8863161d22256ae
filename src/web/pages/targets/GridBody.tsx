import { useTranslation } from 'react-i18next'
import type { RowWindow } from '../../ui/table/use-window.ts'
import type { Commit, GridProps, Writing } from './grid.ts'
import type { Line } from './lines.ts'
import { PersonRow } from './PersonRow.tsx'
import type { Range } from './selection.ts'
import styles from './targets.module.css'
import { UnitRow } from './UnitRow.tsx'
import type { Pointing } from './use-pointing.ts'

interface GridBodyProps extends GridProps {
  /** The lines in sight. */
  readonly drawn: readonly Line[]
  readonly seen: RowWindow
  readonly range: Range
  readonly writing: Writing | null
  readonly pointing: Pointing
  readonly onWrite: (writing: Writing | null) => void
  readonly onCommit: Commit
}

/** Units and people in sight, with the room of those that are not. */
export function GridBody({ drawn, seen, range, writing, ...props }: GridBodyProps) {
  const { t } = useTranslation('targets')
  const { columns, selection, totals, teams } = props
  return (
    <tbody>
      <Gap height={seen.above} columns={columns.length + 1} />
      {drawn.map((line, at) => {
        const index = seen.from + at + 2
        if (line.kind === 'unit') {
          return (
            <UnitRow
              key={`unit ${line.id}`}
              {...{ index, columns, count: line.count, name: line.name ?? t('noUnit') }}
              figures={totals.units.get(line.id)}
              teams={teams.get(line.id)}
            />
          )
        }
        return (
          <PersonRow
            key={line.person.id}
            {...props}
            person={line.person}
            row={line.row}
            index={index}
            range={line.row >= range.top && line.row <= range.bottom ? range : null}
            head={line.row === selection.head.row ? selection.head.column : null}
            writing={writing?.at.row === line.row ? writing : null}
          />
        )
      })}
      <Gap height={seen.below} columns={columns.length + 1} />
    </tbody>
  )
}

function Gap({ height, columns }: { readonly height: number; readonly columns: number }) {
  if (height === 0) return null
  return (
    <tr>
      <td colSpan={columns} className={styles['gap']} style={{ height }} />
    </tr>
  )
}
