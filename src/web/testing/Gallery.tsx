import { Button, Input } from 'antd'
import { useMemo } from 'react'
import { usePages } from '../parts/use-pages.ts'
import { useTableView } from '../parts/use-table-view.ts'
import { useLang } from '../text/lang.ts'
import { AddressDrawer, useAddressParam } from '../ui/AddressDrawer.tsx'
import { Chart } from '../ui/chart/Chart.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Amount, DateText, Delta, Figure, Missing, Percent } from '../ui/Figures.tsx'
import { FormField } from '../ui/FormField.tsx'
import { Page, Section } from '../ui/Page.tsx'
import { ProblemView } from '../ui/ProblemView.tsx'
import { OFFLINE, ProblemError } from '../ui/problem.ts'
import { StateMark } from '../ui/StateMark.tsx'
import { TreeList } from '../ui/TreeList.tsx'
import { DataTable } from '../ui/table/DataTable.tsx'
import { people, personColumns } from './sample.tsx'

const LONG = 2_000
const PARTS = 6
const PAGE = 4

/** Every primitive, as pages use them. */
export function Gallery() {
  const lang = useLang()
  const columns = useMemo(() => personColumns(lang), [lang])
  const rows = useMemo(() => people(LONG), [])
  const { view, onView } = useTableView()
  return (
    <main style={{ padding: 24 }}>
      <Page
        title={lang === 'zh' ? '得分' : 'Scores'}
        sentence={lang === 'zh' ? '本月 2,000 人中有 624 人已经完成目标。' : '624 of 2,000 people have reached their targets this month.'}
        actions={<OpenDrawer />}
      >
        <DataTable name="people" label="people" columns={columns} rows={rows} rowKey={(p) => p.id} marked={(p) => p.id === 'w-1003'} view={view} onView={onView} />
        <Paged />
        <Figures />
        <Charts />
        <States />
        <Section title="fields">
          <FormField label={lang === 'zh' ? '名称' : 'Name'} help={lang === 'zh' ? '员工在绩效单上看到的名称' : 'What people see on their statement'} required>
            {(field) => <Input {...field} />}
          </FormField>
          <FormField label={lang === 'zh' ? '权重' : 'Weight'} error={lang === 'zh' ? '权重合计是 110，应为 100。' : 'Weights add up to 110 instead of 100.'}>
            {(field) => <Input {...field} defaultValue="60" />}
          </FormField>
        </Section>
        <AddressDrawer param="person" title="张伟">
          {(id) => <p>{id}</p>}
        </AddressDrawer>
      </Page>
    </main>
  )
}

/** The same people, as the API hands them out: page by page. */
function Paged() {
  const lang = useLang()
  const columns = useMemo(() => personColumns(lang), [lang])
  const all = useMemo(() => people(PAGE * 2.5), [])
  const { rows, paging, error, again } = usePages(['people'], async (after) => {
    const from = Number(after ?? 0)
    return { items: all.slice(from, from + PAGE), next: from + PAGE < all.length ? String(from + PAGE) : null, total: all.length }
  })
  return <DataTable name="paged" label="paged" columns={columns} rows={rows} rowKey={(p) => p.id} paging={paging} error={error} again={again} />
}

function OpenDrawer() {
  const [, open] = useAddressParam('person')
  return (
    <Button type="primary" onClick={() => open('w-1001')}>
      w-1001
    </Button>
  )
}

function Figures() {
  return (
    <Section title="figures">
      <p style={{ display: 'flex', flexWrap: 'wrap', gap: 24 }}>
        <Amount value="123456789.12" currency="CNY" />
        <Amount value="-12345.6" />
        <Percent value="1.1243" />
        <Figure value="67.4" />
        <Delta value="12500" as="amount" good="up" />
        <Delta value="-0.034" as="percent" good="up" />
        <Delta value="0" />
        <Missing />
        <DateText day="2026-03-31" prose />
        <StateMark state="on" />
        <StateMark state="caution" />
        <StateMark state="off" />
        <StateMark state="none" />
      </p>
    </Section>
  )
}

function Charts() {
  const lang = useLang()
  const rows = useMemo(() => people(PARTS), [])
  const columns = useMemo(() => personColumns(lang).filter(({ id }) => id === 'name' || id === 'revenue'), [lang])
  const option = useMemo(
    () => ({
      grid: { left: 72, right: 16, top: 16, bottom: 28 },
      xAxis: { type: 'category', data: rows.map((p) => p.name) },
      yAxis: { type: 'value' },
      series: [{ type: 'bar', data: rows.map((p) => Number(p.revenue)), barMaxWidth: 36 }],
    }),
    [rows],
  )
  return <Chart name="revenue" label={lang === 'zh' ? '收入最高的是赵丽' : 'Revenue by person'} option={option} rows={rows} columns={columns} rowKey={(p) => p.id} />
}

function States() {
  const lang = useLang()
  const refusal = new ProblemError({
    code: 'plan.invalid',
    status: 422,
    detail: lang === 'zh' ? '考核方案没有发布。' : 'The scheme was not published.',
    cure: lang === 'zh' ? '改正下面两处后再发布。' : 'Mend these two places and publish again.',
    errors: [
      { code: 'a', detail: lang === 'zh' ? '权重合计是 110，应为 100。' : 'Weights add up to 110.', cure: '' },
      { code: 'b', detail: lang === 'zh' ? '没有名为 renvenue 的指标。' : 'There is no measure renvenue.', cure: lang === 'zh' ? '是否指 revenue？' : 'Is it revenue?' },
    ],
  })
  return (
    <Section title="states">
      <ProblemView error={refusal} again={() => undefined} />
      <ProblemView error={new ProblemError({ code: OFFLINE, status: 0, detail: '' })} compact />
      <EmptyState title={lang === 'zh' ? '还没有业务记录' : 'No records yet'} action={<Button>{lang === 'zh' ? '导入文件' : 'Import a file'}</Button>}>
        {lang === 'zh' ? '导入订单后，这里会列出每一笔。' : 'When orders are imported, each of them is listed here.'}
      </EmptyState>
      <TreeList
        label="units"
        openAll
        branches={[
          {
            key: 'a',
            label: '销售部',
            children: [
              { key: 'b', label: '华东大区' },
              { key: 'c', label: '华北大区' },
            ],
          },
        ]}
      />
    </Section>
  )
}
