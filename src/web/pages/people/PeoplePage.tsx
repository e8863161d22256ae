import { useQuery } from '@tanstack/react-query'
import { Button, Select } from 'antd'
import { useCallback } from 'react'
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
import { countText } from '../../ui/numbers.ts'
import { Page } from '../../ui/Page.tsx'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { useNarrow } from '../../ui/use-media.ts'
import { usePeopleColumns } from './columns.tsx'
import { HireDrawer } from './HireDrawer.tsx'
import { OnDay, useOnDay } from './OnDay.tsx'
import styles from './people.module.css'
import { unitsQuery } from './queries.ts'
import { UnitPanel } from './UnitPanel.tsx'
import { unitChoices, unitNodes } from './units.ts'

const STATES: readonly (PersonState | 'all')[] = ['here', 'coming', 'gone', 'all']

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
  const load = useCallback(
    (after: string | undefined, signal?: AbortSignal) => getPeople({ q: view.q, role, state, unit, on, after, limit: after === undefined ? 100 : 200 }, signal),
    [view.q, role, state, unit, on],
  )
  const { rows, paging, error, again } = usePages<PersonShown>(['people', 'list', view.q, role, state, unit, on], load)
  const units = useQuery(unitsQuery(on))
  const nodes = unitNodes(units.data?.items ?? [])
  const columns = usePeopleColumns()
  const may = can('org.write')
  const filters = (
    <>
      {narrow ? <UnitSelect choices={unitChoices(nodes)} value={unit} onChange={setUnit} /> : null}
      <OnDay />
    </>
  )
  return (
    <Page
      title={t('title')}
      sentence={
        <PeopleSentence
          count={rows === undefined ? null : paging.total}
          unit={units.data?.items.find(({ id }) => id === unit)?.name}
          found={view.q !== '' || role !== undefined || state !== 'here'}
        />
      }
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
        {narrow ? null : <UnitPanel nodes={nodes} loading={units.data === undefined} error={units.error} chosen={unit} onChoose={setUnit} />}
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
    </Page>
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
  readonly choices: readonly { readonly value: string; readonly label: string }[]
  readonly value: string | undefined
  readonly onChange: (unit: string | undefined) => void
}

function UnitSelect({ choices, value, onChange }: UnitSelectProps) {
  const { t } = useTranslation('people')
  return (
    <Select
      className={styles['unitSelect'] ?? ''}
      aria-label={t('units')}
      value={value ?? null}
      onChange={(next: string | null | undefined) => onChange(next ?? undefined)}
      options={[...choices]}
      placeholder={t('units.all')}
      showSearch={{ optionFilterProp: 'label' }}
      allowClear
    />
  )
}
