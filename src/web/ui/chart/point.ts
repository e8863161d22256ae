/** Where a chart leads: the series and the name on the axis of what was pressed, and its place in the series. */
export interface ChartPoint {
  readonly series: string
  readonly name: string
  readonly dataIndex: number
}
