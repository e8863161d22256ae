import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useCurrentUser } from '../../parts/CurrentUser.tsx'
import { localTime } from '../../ui/dates.ts'
import { grouped } from '../../ui/numbers.ts'
import { Section } from '../../ui/Page.tsx'
import { ProblemView } from '../../ui/ProblemView.tsx'
import { Lines } from '../../ui/Skeletons.tsx'
import type { Column } from '../../ui/table/column.ts'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { type Changed, changesQuery } from './changes.ts'

/** Records named before the rest is only counted. */
const RECORDS_SHOWN = 5

interface Row {
  readonly key: string
  readonly who: string
  readonly what: string
  readonly before: string | null
  readonly after: string | null
}

interface ChangesProps {
  readonly period: string
  /** That person alone; everybody one sees without it. */
  readonly employee?: string
}

/** What today’s newest run changed in scores and pay, and the records behind it. */
export function Changes({ period, employee }: ChangesProps) {
  const { t } = useTranslation('home')
  const { company } = useCurrentUser().session
  const of = { period, today: company?.today ?? '', timezone: company?.timezone ?? 'UTC' }
  const { data, error, refetch } = useQuery({ ...changesQuery(of), enabled: company !== null })
  const compared = data?.compared ?? null
  const note = compared === null ? undefined : t('changes.note', { at: localTime(compared.before.finishedAt) })
  return (
    <Section title={t('changes')} note={note}>
      {error !== null && data === undefined ? <ProblemView error={error} again={() => void refetch()} compact /> : null}
      {error === null && data === undefined ? <Lines count={2} /> : null}
      {data !== undefined && compared === null ? <p>{t('changes.noEarlier')}</p> : null}
      {compared === null ? null : <Compared compared={compared} employee={employee} />}
    </Section>
  )
}

function Compared({ compared, employee }: { readonly compared: Changed; readonly employee: string | undefined }) {
  const { t } = useTranslation('home')
  const rows = rowsOf(compared, employee, { score: t('score'), grade: t('grade'), pay: t('pay') })
  if (rows.length === 0) return <p>{t('changes.same')}</p>
  const told = (text: string | null) => (text === null ? '–' : /^-?\d+(\.\d+)?$/.test(text) ? grouped(text) : text)
  const who: Column<Row> = { id: 'who', title: t('changes.who'), always: true, cell: (row) => row.who, text: (row) => row.who }
  const columns: readonly Column<Row>[] = [
    ...(employee === undefined ? [who] : []),
    { id: 'what', title: t('changes.what'), cell: (row) => row.what, text: (row) => row.what },
    { id: 'before', title: t('changes.before'), end: true, cell: (row) => told(row.before), text: (row) => row.before },
    { id: 'after', title: t('changes.after'), end: true, cell: (row) => told(row.after), text: (row) => row.after },
  ]
  return (
    <>
      <DataTable name="home-changes" label={t('changes')} columns={columns} rows={rows} rowKey={(row) => row.key} tools={false} />
      <BehindIt compared={compared} employee={employee} />
    </>
  )
}

function rowsOf({ items }: Changed, employee: string | undefined, names: { readonly score: string; readonly grade: string; readonly pay: string }): readonly Row[] {
  return items
    .filter(({ id }) => employee === undefined || id === employee)
    .flatMap((person) => {
      const row = (what: keyof typeof names): Row[] => {
        const change = person[what]
        return change === null ? [] : [{ key: `${person.id} ${what}`, who: person.name, what: names[what], before: change.before, after: change.after }]
      }
      return [...row('score'), ...row('grade'), ...row('pay')]
    })
}

/** The records that are different, with file and line. */
function BehindIt({ compared, employee }: { readonly compared: Changed; readonly employee: string | undefined }) {
  const { t } = useTranslation('home')
  const records = compared.records.filter((record) => employee === undefined || record.employees.includes(employee))
  if (records.length === 0) return null
  const where = ({ file, line, key }: Changed['records'][number]) => (file === null || line === null ? key : t('changes.line', { file, line }))
  const list = records.slice(0, RECORDS_SHOWN).map((record) => t('changes.record', { what: t(`changed.${record.what}`), where: where(record) }))
  return <p>{t('changes.records', { count: records.length, list: list.join(t('and')) })}</p>
}
