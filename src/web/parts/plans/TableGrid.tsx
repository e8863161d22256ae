import { useTranslation } from 'react-i18next'
import type { TableDocument } from '../../../engine/documents/table.ts'
import styles from './plans.module.css'
import { documentOf, type RateTable } from './queries.ts'

/** A rate table as it was written: every tier, point or row. */
export function TableGrid({ table }: { readonly table: RateTable }) {
  const { t } = useTranslation('incentives')
  const grid = useGridOf()(documentOf(table), table.units)
  return (
    <div>
      {/** biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields; a section would be one more landmark on the page. */}
      {/** biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways on a phone must be reachable by keyboard. */}
      <div className={styles['scroller']} tabIndex={0} role="group" aria-label={table.name}>
        <table className={styles['grid']}>
          <thead>
            <tr>
              {grid.head.map((title) => (
                <th key={title} scope="col">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {grid.rows.map((row) => (
              <tr key={row.key}>
                {row.cells.map((cell, i) => (
                  <td key={grid.head[i]}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className={styles['quiet']}>{grid.note ?? t(`kind.${documentOf(table).kind}`)}</p>
    </div>
  )
}

interface Grid {
  readonly head: readonly string[]
  readonly rows: readonly { readonly key: string; readonly cells: readonly string[] }[]
  readonly note?: string
}

function useGridOf(): (document: TableDocument, units: Readonly<Record<string, string>>) => Grid {
  const { t } = useTranslation('incentives')
  return (document, units) => {
    const inUnit = (title: string, unit: string | undefined) => (unit === undefined || (units[unit] ?? '') === '' ? title : `${title}（${units[unit] ?? unit}）`)
    const keyed = (cells: readonly string[], i: number) => ({ key: String(i), cells })
    switch (document.kind) {
      case 'tiers': {
        const { tiers, mode, of, pays, boundary } = document
        const what = tiers[0]?.rate === undefined ? 'amount' : 'rate'
        const begins = (i: number) => tiers[i]?.from ?? (i === 0 ? '0' : (tiers[i - 1]?.to ?? ''))
        const rows = tiers.map(({ from, to, rate, amount }, i) =>
          keyed([from === 'any' ? t('grid.below') : begins(i), to ?? tiers[i + 1]?.from ?? t('grid.open'), rate ?? amount ?? ''], i),
        )
        const note = [t(`mode.${mode}`), ...(boundary === undefined ? [] : [t(`boundary.${boundary}`)])].join(' · ')
        return { head: [inUnit(t('grid.from'), of), inUnit(t('grid.to'), of), inUnit(t(`grid.${what}`), pays)], rows, note }
      }
      case 'curve':
        return { head: [inUnit(t('grid.at'), document.of), inUnit(t('grid.value'), document.pays)], rows: document.points.map(({ at, value }, i) => keyed([at, value], i)) }
      case 'lookup': {
        const cells = (when: Readonly<Record<string, unknown>>) => document.by.map(({ key }) => cellWords(when[key], t))
        const rows = document.rows.map(({ when, value }, i) => keyed([...cells(when), value], i))
        const rest = keyed([...document.by.map(() => t('grid.otherwise')), document.otherwise ?? t('grid.otherwiseNone')], rows.length)
        return { head: [...document.by.map(({ key, range }) => inUnit(key, range)), inUnit(t('grid.value'), document.pays)], rows: [...rows, rest], note: t('grid.firstFits') }
      }
      default:
        return document satisfies never
    }
  }
}

type Say = ReturnType<typeof useTranslation<'incentives'>>['t']

function cellWords(cell: unknown, t: Say): string {
  if (cell === undefined) return t('grid.any')
  if (Array.isArray(cell)) return cell.join(' / ')
  if (typeof cell !== 'object' || cell === null) return String(cell)
  const { from, to } = cell as { readonly from?: string; readonly to?: string } // What the schema leaves over.
  if (from === undefined) return to === undefined ? t('grid.any') : t('cell.to', { to })
  return to === undefined ? t('cell.from', { from }) : t('cell.span', { from, to })
}
