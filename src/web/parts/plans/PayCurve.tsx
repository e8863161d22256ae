import type { EChartsCoreOption } from 'echarts/core'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useLang } from '../../text/lang.ts'
import { Chart } from '../../ui/chart/Chart.tsx'
import { shownAmount, shownNumber, shownPercent } from '../../ui/numbers.ts'
import type { Column } from '../../ui/table/column.ts'
import type { CurveRow, PayCurveDrawn } from './pay-curve.ts'

/** How numbers along an axis are told. */
export type AxisLook = 'money' | 'percent' | 'hundredths' | 'number'

interface PayCurveProps {
  readonly name: string
  readonly label: string
  readonly drawn: PayCurveDrawn
  readonly x: { readonly title: string; readonly look: AxisLook }
  readonly y: { readonly title: string; readonly look: AxisLook }
  /** Where the imagined person is. */
  readonly at?: readonly [x: number, y: number] | null
  /** Where their target is. */
  readonly target?: number | null
  readonly height?: number
}

/** What is paid against what it is paid for. */
export function PayCurve({ name, label, drawn, x, y, at = null, target = null, height = 220 }: PayCurveProps) {
  const { t } = useTranslation('incentives')
  const say = useAxisText()
  const option = useMemo((): EChartsCoreOption => {
    const axis = (look: AxisLook) => ({ type: 'value', axisLabel: { formatter: (value: number) => say(String(value), look), hideOverlap: true }, splitLine: { show: false } })
    const lines = drawn.bends.map((xAxis) => ({ xAxis }))
    const aim = target === null ? [] : [{ xAxis: target, label: { show: true, formatter: t('curve.target'), position: 'insideEndTop' }, lineStyle: { type: 'solid' } }]
    return {
      grid: { left: 8, right: 24, top: 16, bottom: 8, containLabel: true },
      tooltip: {
        trigger: 'axis',
        formatter: (found: readonly { readonly value: readonly [number, number] }[]) => {
          const [px, py] = found[0]?.value ?? [0, 0]
          return `${x.title} ${say(px.toFixed(4), x.look)}<br>${y.title} ${say(py.toFixed(4), y.look)}`
        },
      },
      xAxis: { ...axis(x.look), min: drawn.points[0]?.[0], max: drawn.points.at(-1)?.[0] },
      yAxis: axis(y.look),
      series: [
        {
          type: 'line',
          name: y.title,
          data: drawn.points,
          showSymbol: false,
          markLine: { silent: true, symbol: 'none', label: { show: false }, lineStyle: { type: 'dashed', opacity: 0.5 }, data: [...lines, ...aim] },
        },
        ...(at === null ? [] : [{ type: 'scatter', name: 'at', data: [at], symbolSize: 9, silent: true }]),
      ],
    }
  }, [drawn, x.title, x.look, y.title, y.look, at, target, say, t])
  const columns: readonly Column<CurveRow>[] = [
    { id: 'x', title: x.title, end: true, cell: (row) => say(row.x, x.look), text: (row) => row.x },
    { id: 'pays', title: y.title, end: true, cell: (row) => say(row.pays, y.look), text: (row) => row.pays },
    ...(x.look === 'money' && y.look === 'money'
      ? [
          {
            id: 'share',
            title: t('curve.share'),
            end: true,
            cell: (row: CurveRow) => (row.share === null ? '–' : shownPercent(row.share, 2).short),
            text: (row: CurveRow) => row.share,
          },
        ]
      : []),
  ]
  return <Chart name={name} label={label} option={option} height={height} rows={drawn.rows} columns={columns} rowKey={(row) => row.x} />
}

/** The same function as long as the language is: charts are drawn anew when it changes. */
function useAxisText(): (value: string, look: AxisLook) => string {
  const lang = useLang()
  return useMemo(
    () => (value, look) => {
      const plain = Number(value).toFixed(6)
      switch (look) {
        case 'money':
          return shownAmount(shorn(plain), lang).short
        case 'percent':
          return shownPercent(plain, 2).short.replace(/\.?0+%$/, '%')
        case 'hundredths':
          return shownPercent((Number(plain) / 100).toFixed(8), 2).short.replace(/\.?0+%$/, '%')
        case 'number':
          return shownNumber(plain).short
        default:
          return look satisfies never
      }
    },
    [lang],
  )
}

const shorn = (text: string): string => Number(Number(text).toFixed(2)).toString()
