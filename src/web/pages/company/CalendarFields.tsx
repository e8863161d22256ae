import { Button, Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { renamed, textAt, valueAt, withValue } from '../../parts/documents/body.ts'
import shared from '../../parts/documents/document-page.module.css'
import { useFormDraft } from '../../parts/documents/fields.tsx'
import { freeName, KeyInput } from '../../parts/documents/KeyInput.tsx'
import type { Body } from '../../parts/documents/queries.ts'
import { mistakeAt } from '../../parts/documents/use-draft.ts'
import { useToday } from '../../parts/use-today.ts'
import { useLang } from '../../text/lang.ts'
import { FormField } from '../../ui/FormField.tsx'
import { CALENDAR_KINDS, type CalendarKind, calendarIn, calendarOfKind, nextQuarter, nextYear, PATTERNS } from './calendar.ts'
import styles from './company.module.css'
import { PickAt } from './PickAt.tsx'

/** How the company cuts time. */
export function CalendarFields() {
  const { t } = useTranslation('company')
  const draft = useFormDraft()
  const { body = {} } = draft
  const today = useToday()
  const calendar = calendarIn(body)
  const pick = (kind: CalendarKind) => draft.change(withValue(body, ['calendar'], calendarOfKind(kind, calendar, today)))
  return (
    <div className={styles['stack']} data-path="calendar">
      <div className={shared['form']}>
        <FormField label={t('calendar.kind')} error={mistakeAt(draft, 'calendar', 'kind')} stacked>
          {(field) => (
            <Select
              {...field}
              style={{ width: '100%' }}
              value={calendar.kind}
              options={CALENDAR_KINDS.map((value) => ({ value, label: t(`calendar.${value}`) }))}
              onChange={(kind: CalendarKind) => pick(kind)}
            />
          )}
        </FormField>
        <PickAt
          at={['calendar', 'weekStart']}
          label={t('weekStart')}
          usual="monday"
          choices={(['monday', 'sunday'] as const).map((value) => ({ value, label: t(`weekStart.${value}`) }))}
        />
        {calendar.kind === 'months' ? <Months calendar={calendar} /> : null}
        {calendar.kind === 'weeks' ? <Pattern calendar={calendar} /> : null}
      </div>
      {calendar.kind === 'weeks' ? <ListedDays at="years" label={t('year')} next={nextYear} add={t('year.add')} note={t('year.note')} /> : null}
      {calendar.kind === 'quarters' ? <QuarterStarts calendar={calendar} /> : null}
    </div>
  )
}

function Months({ calendar }: { readonly calendar: Body }) {
  const { t } = useTranslation('company')
  const lang = useLang()
  const name = new Intl.DateTimeFormat(lang, { month: 'long', timeZone: 'UTC' })
  const months = Array.from({ length: 12 }, (_, i) => ({ value: String(i + 1), label: name.format(Date.UTC(2000, i, 1)) }))
  const first = textAt(calendar, ['yearStartMonth'])
  return (
    <>
      <PickAt at={['calendar', 'yearStartMonth']} label={t('yearStart')} usual="1" choices={months} number />
      {first === '' || first === '1' ? null : (
        <PickAt
          at={['calendar', 'yearNamedBy']}
          label={t('yearNamedBy')}
          usual="start"
          choices={(['start', 'end'] as const).map((value) => ({ value, label: t(`yearNamedBy.${value}`) }))}
        />
      )}
    </>
  )
}

/** How many weeks the three periods of a quarter have. */
function Pattern({ calendar }: { readonly calendar: Body }) {
  const { t } = useTranslation('company')
  const draft = useFormDraft()
  const found = valueAt(calendar, ['pattern'])
  const value = Array.isArray(found) ? found.join('-') : PATTERNS[0]
  const choices: readonly string[] = PATTERNS.some((each) => each === value) ? PATTERNS : [...PATTERNS, value]
  return (
    <div data-path="calendar.pattern">
      <FormField label={t('pattern')} error={mistakeAt(draft, 'calendar', 'pattern')} stacked>
        {(field) => (
          <Select
            {...field}
            style={{ width: '100%' }}
            value={value}
            options={choices.map((each) => ({ value: each, label: each }))}
            onChange={(next: string) => draft.change(withValue(draft.body ?? {}, ['calendar', 'pattern'], next.split('-').map(Number)))}
          />
        )}
      </FormField>
    </div>
  )
}

/** The first days of the quarters: the same every year, or each listed. */
function QuarterStarts({ calendar }: { readonly calendar: Body }) {
  const { t } = useTranslation('company')
  const draft = useFormDraft()
  const today = useToday()
  const yearly = Array.isArray(calendar['quarterStarts'])
  const put = (starts: unknown) => draft.change(withValue(draft.body ?? {}, ['calendar', 'quarterStarts'], starts))
  const year = today.slice(0, 4)
  const listed = { [`${year}-Q1`]: `${year}-01-01`, [`${year}-Q2`]: `${year}-04-01`, [`${year}-Q3`]: `${year}-07-01`, [`${year}-Q4`]: `${year}-10-01` }
  return (
    <div className={styles['stack']}>
      <div className={shared['form']}>
        <FormField label={t('quarters')} stacked>
          {(field) => (
            <Select
              {...field}
              style={{ width: '100%' }}
              value={yearly ? 'yearly' : 'listed'}
              options={(['yearly', 'listed'] as const).map((value) => ({ value, label: t(`quarters.${value}`) }))}
              onChange={(next) => put(next === 'yearly' ? ['01-01', '04-01', '07-01', '10-01'] : listed)}
            />
          )}
        </FormField>
        {yearly ? [0, 1, 2, 3].map((i) => <DayAt key={i} path={['calendar', 'quarterStarts', i]} label={t('quarters.one', { number: i + 1 })} />) : null}
      </div>
      {yearly ? null : <ListedDays at="quarterStarts" label={t('quarter')} next={nextQuarter} add={t('quarter.add')} note={t('quarter.note')} />}
    </div>
  )
}

interface ListedDaysProps {
  readonly at: 'years' | 'quarterStarts'
  readonly label: string
  readonly add: string
  readonly note: string
  readonly next: (listed: Body) => readonly [string, string] | null
}

/** Years, or quarters, each with its first day. */
function ListedDays({ at, label, add, note, next }: ListedDaysProps) {
  const { t } = useTranslation('company')
  const draft = useFormDraft()
  const found = valueAt(draft.body, ['calendar', at])
  const listed = typeof found === 'object' && found !== null && !Array.isArray(found) ? (found as Body) : {} // Looked: a map.
  const put = (days: Body) => draft.change(withValue(draft.body ?? {}, ['calendar', at], days))
  const more = () => {
    const [id, day] = next(listed) ?? [freeName(Object.keys(listed), label), '']
    put({ ...listed, [id]: day })
  }
  const ids = Object.keys(listed)
  const mistake = ids.length === 0 ? mistakeAt(draft, 'calendar', at) : undefined
  return (
    <div className={styles['stack']} data-path={`calendar.${at}`}>
      <p className={styles['quiet']}>{note}</p>
      {mistake === undefined ? null : <p role="alert">{mistake}</p>}
      <ol className={styles['list']}>
        {ids.map((id, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a year keeps its place while it is typed.
          <li key={i} className={styles['pair']}>
            <KeyInput label={label} value={id} taken={ids} onChange={(to) => put(renamed(listed, id, to))} required />
            <DayAt path={['calendar', at, id]} label={t('firstDay')} />
            <Button aria-label={t('removeOf', { id })} onClick={() => put(Object.fromEntries(Object.entries(listed).filter(([each]) => each !== id)))}>
              {t('remove')}
            </Button>
          </li>
        ))}
      </ol>
      <div>
        <Button onClick={more}>{add}</Button>
      </div>
    </div>
  )
}

/** A day as it is typed; an empty one stays in its place, for those after it must not move up. */
function DayAt({ path, label }: { readonly path: readonly (string | number)[]; readonly label: string }) {
  const draft = useFormDraft()
  return (
    <div data-path={path.join('.')}>
      <FormField label={label} error={mistakeAt(draft, ...path)} required stacked>
        {(field) => <Input {...field} value={textAt(draft.body, path)} onChange={(event) => draft.change(withValue(draft.body ?? {}, path, event.target.value))} />}
      </FormField>
    </div>
  )
}
