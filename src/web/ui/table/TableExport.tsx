import { App, Button, Popover } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { download } from '../download.ts'
import { Icon } from '../Icon.tsx'
import type { Column, TableView } from './column.ts'
import { csvOf } from './csv.ts'
import styles from './data-table.module.css'

interface TableExportProps<Row> {
  readonly name: string
  /** The rows that are shown, in their order; exact values are written, not shortened ones. */
  readonly rows: readonly Row[] | undefined
  readonly columns: readonly Column<Row>[]
  /** Loads what is not here yet. */
  readonly all?: (() => Promise<readonly Row[]>) | undefined
  readonly view: TableView
  readonly xlsx?: ((view: TableView) => Promise<Blob>) | undefined
  readonly onExport?: ((format: 'csv' | 'xlsx', view: TableView) => void) | undefined
}

export function TableExport<Row>({ name, rows, columns, all, view, xlsx, onExport }: TableExportProps<Row>) {
  const { t } = useTranslation('ui')
  const { message } = App.useApp()
  const [busy, setBusy] = useState(false)
  const [open, setOpen] = useState(false)
  const run = async (make: () => Promise<void>) => {
    setOpen(false)
    setBusy(true)
    try {
      await make()
    } catch {
      void message.error(t('table.export.failed'))
    } finally {
      setBusy(false)
    }
  }
  const elsewhere = (format: 'csv' | 'xlsx') => {
    setOpen(false)
    onExport?.(format, view)
  }
  const csv = async () => download(`${name}.csv`, csvOf((await all?.()) ?? rows ?? [], columns))
  const content = (
    <div className={styles['menu']}>
      <Button type="text" block onClick={() => (onExport === undefined ? void run(csv) : elsewhere('csv'))}>
        {t('table.export.csv')}
      </Button>
      {xlsx === undefined && onExport === undefined ? null : (
        <Button type="text" block onClick={() => (xlsx === undefined ? elsewhere('xlsx') : void run(async () => download(`${name}.xlsx`, await xlsx(view))))}>
          {t('table.export.xlsx')}
        </Button>
      )}
    </div>
  )
  return (
    <Popover trigger="click" placement="bottomRight" content={content} open={open} onOpenChange={setOpen}>
      <Button icon={<Icon name="export" />} loading={busy} disabled={rows === undefined || rows.length === 0}>
        {t('table.export')}
      </Button>
    </Popover>
  )
}
