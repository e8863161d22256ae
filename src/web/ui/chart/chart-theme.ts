import { FONT_FAMILY, type ThemeName, TOKENS } from '../theme/tokens.ts'

/** Our tokens in the words of ECharts: what a page leaves open is drawn like this. */
export function chartTheme(name: ThemeName): object {
  const t = TOKENS[name]
  const axis = {
    axisLabel: { color: t.textQuiet },
    axisLine: { lineStyle: { color: t.lineStrong } },
    axisTick: { lineStyle: { color: t.lineStrong } },
    splitLine: { lineStyle: { color: t.line } },
    nameTextStyle: { color: t.textQuiet },
  }
  return {
    color: [t.accent, t.good, t.caution, t.textQuiet, t.bad],
    backgroundColor: 'transparent',
    textStyle: { fontFamily: FONT_FAMILY, color: t.text },
    categoryAxis: axis,
    valueAxis: axis,
    timeAxis: axis,
    legend: { textStyle: { color: t.text } },
    tooltip: { backgroundColor: t.surface, borderColor: t.line, textStyle: { color: t.text } },
    label: { color: t.text },
  }
}
