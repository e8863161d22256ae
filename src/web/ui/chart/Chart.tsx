import { App, Button } from 'antd'
import type { EChartsCoreOption } from 'echarts/core'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { download } from '../download.ts'
import { Icon } from '../Icon.tsx'
import { Lines } from '../Skeletons.tsx'
import type { Column } from '../table/column.ts'
import { csvOf } from '../table/csv.ts'
import { DataTable } from '../table/DataTable.tsx'
import styles from './chart.module.css'
import type { ChartPoint } from './point.ts'
import { useChart } from './use-chart.ts'

export interface ChartProps<Row> {
  /** Unique in the application: files are named by it. */
  readonly name: string
  /** What the chart says, in a sentence: its heading for those who do not see it. */
  readonly label: string
  readonly option: EChartsCoreOption
  readonly height?: number
  /** The figures behind it: shown as a table on demand and exported. Every chart has them. */
  readonly rows: readonly Row[]
  readonly columns: readonly Column<Row>[]
  readonly rowKey: (row: Row) => string
  /** Makes the workbook of the figures; the entry is there only with it. */
  readonly xlsx?: (() => Promise<Blob>) | undefined
  /** Every chart leads to its records. */
  readonly onPoint?: ((point: ChartPoint) => void) | undefined
}

/** A chart with its figures: as a picture, as a table, as PNG and as CSV. */
export function Chart<Row>(props: ChartProps<Row>) {
  const { name, label, option, height = 280, rows, columns, rowKey, onPoint, xlsx } = props
  const { t } = useTranslation('ui')
  const id = useId()
  const [asTable, setAsTable] = useState(false)
  const { element, drawn, png } = useChart(option, onPoint, !asTable)
  const picture = () => {
    const image = png()
    if (image !== null) download(`${name}.png`, image)
  }
  return (
    <figure className={styles['chart']} aria-labelledby={id}>
      <figcaption id={id} className={styles['caption']}>
        <span>{label}</span>
        <span className={styles['tools']}>
          <Button size="small" type="text" icon={<Icon name={asTable ? 'chart' : 'table'} />} onClick={() => setAsTable(!asTable)}>
            {t(asTable ? 'chart.asChart' : 'chart.asTable')}
          </Button>
          {asTable ? null : (
            <Button size="small" type="text" icon={<Icon name="picture" />} onClick={picture}>
              {t('chart.png')}
            </Button>
          )}
          <Button size="small" type="text" icon={<Icon name="export" />} onClick={() => download(`${name}.csv`, csvOf(rows, columns))}>
            {t('chart.csv')}
          </Button>
          {xlsx === undefined ? null : <Workbook name={name} make={xlsx} />}
        </span>
      </figcaption>
      {asTable ? (
        <DataTable name={name} label={label} rows={rows} columns={columns} rowKey={rowKey} tools={false} />
      ) : (
        <div className={styles['canvas']} style={{ height }}>
          {drawn ? null : <Lines count={5} height={22} />}
          <div ref={element} className={styles['drawing']} role="img" aria-label={label} />
        </div>
      )}
    </figure>
  )
}

function Workbook({ name, make }: { readonly name: string; readonly make: () => Promise<Blob> }) {
  const { t } = useTranslation('ui')
  const { message } = App.useApp()
  const [busy, setBusy] = useState(false)
  const save = async () => {
    setBusy(true)
    try {
      download(`${name}.xlsx`, await make())
    } catch {
      void message.error(t('table.export.failed'))
    } finally {
      setBusy(false)
    }
  }
  return (
    <Button size="small" type="text" icon={<Icon name="export" />} loading={busy} onClick={() => void save()}>
      {t('chart.xlsx')}
    </Button>
  )
}
