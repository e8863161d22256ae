import { useQuery } from '@tanstack/react-query'
import { Button, Select } from 'antd'
import { useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useCurrentUser } from '../../parts/CurrentUser.tsx'
import { getPeople, type PersonShown, type PersonState } from '../../parts/people.ts'
import { usePages } from '../../parts/use-pages.ts'
import { useTableView } from '../../parts/use-table-view.ts'
import { useLang } from '../../text/lang.ts'
import { useAddressParam } from '../../ui/AddressDrawer.tsx'
import { dayInProse } from '../../ui/dates.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { type Asked, NoOptions } from '../../ui/NoOptions.tsx'
import { countText } from '../../ui/numbers.ts'
import { Page } from '../../ui/Page.tsx'
import type { Sort } from '../../ui/table/column.ts'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { useNarrow } from '../../ui/use-media.ts'
import { usePeopleColumns } from './columns.tsx'
import { HireDrawer } from './HireDrawer.tsx'
import { NewUnitDrawer, TOP } from './NewUnitDrawer.tsx'
import { OnDay, useOnDay } from './OnDay.tsx'
import styles from './people.module.css'
import { type UnitRow, unitsQuery } from './queries.ts'
import { UnitLink } from './UnitLink.tsx'
import { UnitPanel } from './UnitPanel.tsx'
import { unitChoices, unitNodes } from './units.ts'

const STATES: readonly (PersonState | 'all')[] = ['here', 'coming', 'gone', 'all']

const SORTS = { id: 'id', name: 'name', unitName: 'unit', from: 'from' } as const

/** The order of the table as the API takes it; by id where it says none. */
function orderOf(sort: Sort | null) {
  if (sort === null || !(sort.column in SORTS)) return {}
  return { sort: SORTS[sort.column as keyof typeof SORTS], order: sort.down ? 'desc' : 'asc' } as const // The line above looked.
}

/** Who works here, by unit, as on any day. */
export function PeoplePage() {
  const { t } = useTranslation('people')
  const narrow = useNarrow()
  const { can } = useCurrentUser()
  const { view, onView } = useTableView()
  const [unit, setUnit] = useAddressParam('unit')
  const [, setHire] = useAddressParam('hire')
  const { on } = useOnDay()
  const state = STATES.find((each) => each === view.filters['state']) ?? 'here'
  const role = view.filters['role']
  const order = useMemo(() => orderOf(view.sort), [view.sort])
  const load = useCallback(
    (after: string | undefined, signal?: AbortSignal) => getPeople({ q: view.q, role, state, unit, on, ...order, after, limit: after === undefined ? 100 : 200 }, signal),
    [view.q, role, state, unit, on, order],
  )
  const { rows, paging, error, again } = usePages<PersonShown>(['people', 'list', view.q, role, state, unit, on, order], load)
  const units = useQuery(unitsQuery(on))
  const nodes = unitNodes(units.data?.items ?? [])
  const chosen = units.data?.items.find(({ id }) => id === unit)
  const columns = usePeopleColumns()
  const may = can('org.write')
  const filters = (
    <>
      {narrow ? <UnitSelect query={units} choices={unitChoices(nodes)} value={unit} onChange={setUnit} /> : null}
      <OnDay />
      {narrow ? <UnitActs unit={chosen} /> : null}
    </>
  )
  return (
    <Page
      title={t('title')}
      sentence={<PeopleSentence count={rows === undefined ? null : paging.total} unit={chosen?.name} found={view.q !== '' || role !== undefined || state !== 'here'} />}
      filters={filters}
      actions={
        <>
          <LinkButton plain to="/people/import" disabled={!may} title={may ? undefined : t('may')}>
            {t('import.people')}
          </LinkButton>
          <Button type="primary" disabled={!may} title={may ? undefined : t('may')} onClick={() => setHire('new')}>
            {t('hire')}
          </Button>
        </>
      }
    >
      <div className={narrow ? undefined : styles['split']}>
        {narrow ? null : <UnitPanel actions={<UnitActs unit={chosen} />} nodes={nodes} query={units} chosen={unit} onChoose={setUnit} />}
        <DataTable
          name="people"
          label={t('table')}
          columns={columns}
          rows={rows}
          rowKey={(row) => row.id}
          error={error}
          again={again}
          view={view}
          onView={onView}
          paging={paging}
          empty={<EmptyState title={t('empty.title')}>{t('empty.note')}</EmptyState>}
        />
      </div>
      <HireDrawer />
      <NewUnitDrawer kept={units.data?.kept ?? true} />
    </Page>
  )
}

/** To the page of the unit that is chosen, and to a new one. */
function UnitActs({ unit }: { readonly unit: UnitRow | undefined }) {
  const { t } = useTranslation('people')
  const may = useCurrentUser().can('org.write')
  const [, setNew] = useAddressParam('new')
  return (
    <span className={styles['acts']}>
      {unit === undefined ? null : <UnitLink unit={{ id: unit.id, name: t('unit.open', { unit: unit.name }) }} />}
      {may ? (
        <Button type="link" className={styles['inline'] ?? ''} onClick={() => setNew(unit?.id ?? TOP)}>
          {t('unit.new')}
        </Button>
      ) : null}
    </span>
  )
}

function PeopleSentence({ count, unit, found }: { readonly count: number | null; readonly unit: string | undefined; readonly found: boolean }) {
  const { t } = useTranslation('people')
  const lang = useLang()
  const { day } = useOnDay()
  if (count === null) return null
  const words = { count, people: countText(count), day: dayInProse(day, lang) }
  if (found) return t('sentence.found', words)
  return unit === undefined ? t('sentence', words) : t('sentence.unit', { ...words, unit })
}

interface UnitSelectProps {
  readonly query: Asked
  readonly choices: readonly { readonly value: string; readonly label: string }[]
  readonly value: string | undefined
  readonly onChange: (unit: string | undefined) => void
}

function UnitSelect({ query, choices, value, onChange }: UnitSelectProps) {
  const { t } = useTranslation('people')
  return (
    <Select
      className={styles['unitSelect'] ?? ''}
      aria-label={t('units')}
      value={value ?? null}
      onChange={(next: string | null | undefined) => onChange(next ?? undefined)}
      options={[...choices]}
      placeholder={t('units.all')}
      notFoundContent={<NoOptions query={query} none={t('units.none')} />}
      showSearch={{ optionFilterProp: 'label' }}
      allowClear
    />
  )
}
