import type { EChartsCoreOption, EChartsType } from 'echarts/core'
import { type RefObject, useEffect, useRef, useState } from 'react'
import { useTheme } from '../theme/ThemeProvider.tsx'
import { type ThemeName, TOKENS } from '../theme/tokens.ts'
import { chartTheme } from './chart-theme.ts'
import type { ChartPoint } from './point.ts'

/** A canvas draws boxes for letters whose font is not there yet; this makes the browser fetch the slices that the words need. */
const FONT = '12px "Noto Sans SC Variable"'

interface Drawn {
  readonly element: RefObject<HTMLDivElement | null>
  readonly drawn: boolean
  /** The picture as it is now. */
  readonly png: () => Blob | null
}

/** Draw an option into an element: the library comes when first needed, the size follows the element, the colours follow the theme. */
export function useChart(option: EChartsCoreOption, onPoint: ((point: ChartPoint) => void) | undefined, visible: boolean): Drawn {
  const element = useRef<HTMLDivElement>(null)
  const chart = useRef<EChartsType | null>(null)
  const drawnIn = useRef<ThemeName | null>(null)
  const [drawn, setDrawn] = useState(false)
  const point = useRef(onPoint)
  point.current = onPoint
  const { name } = useTheme()
  useEffect(() => {
    const target = element.current
    if (!visible || target === null) return
    let gone = false
    const size = new ResizeObserver(() => chart.current?.resize())
    void ready(option).then((init) => {
      if (gone) return
      if (chart.current !== null && drawnIn.current !== name) chart.current.dispose()
      if (chart.current === null || chart.current.isDisposed()) chart.current = started(init(target, chartTheme(name)), point)
      drawnIn.current = name
      chart.current.setOption(still(option), true)
      setDrawn(true)
      size.observe(target)
    })
    return () => {
      gone = true
      size.disconnect()
    }
  }, [option, name, visible])
  useEffect(() => {
    if (visible) return
    chart.current?.dispose()
    chart.current = null
    setDrawn(false)
  }, [visible])
  useEffect(() => () => chart.current?.dispose(), [])
  return { element, drawn, png: () => pictureOf(chart.current, TOKENS[name].surface) }
}

async function ready(option: EChartsCoreOption): Promise<typeof import('./echarts.ts').init> {
  const words = JSON.stringify(option) ?? ''
  const [{ init }] = await Promise.all([import('./echarts.ts'), document.fonts.load(FONT, words).catch(() => [])])
  return init
}

function started(chart: EChartsType, point: RefObject<((point: ChartPoint) => void) | undefined>): EChartsType {
  chart.on('click', ({ seriesName, name, dataIndex }) => point.current?.({ series: seriesName ?? '', name, dataIndex }))
  return chart
}

/** What the page draws; no movement where the reader wants none. */
function still(option: EChartsCoreOption): EChartsCoreOption {
  return { animation: !matchMedia('(prefers-reduced-motion: reduce)').matches, animationDuration: 200, aria: { enabled: true }, ...option }
}

function pictureOf(chart: EChartsType | null, backgroundColor: string): Blob | null {
  const url = chart?.getDataURL({ type: 'png', pixelRatio: 2, backgroundColor })
  if (url === undefined) return null
  const bytes = atob(url.slice(url.indexOf(',') + 1))
  return new Blob([Uint8Array.from(bytes, (letter) => letter.charCodeAt(0))], { type: 'image/png' })
}
