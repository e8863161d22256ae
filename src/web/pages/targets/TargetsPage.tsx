import { useQuery } from '@tanstack/react-query'
import { Segmented, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { useCurrentUser } from '../../parts/CurrentUser.tsx'
import { usePeriod } from '../../parts/use-period.ts'
import { useAddressParam } from '../../ui/AddressDrawer.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Page } from '../../ui/Page.tsx'
import { ProblemView } from '../../ui/ProblemView.tsx'
import { Lines } from '../../ui/Skeletons.tsx'
import type { Level } from './edits.ts'
import { MatrixView } from './MatrixView.tsx'
import { type Choices, choicesQuery, matrixQuery, type Which } from './queries.ts'
import styles from './targets.module.css'
import { useSheet } from './use-sheet.ts'

/** What is asked of everybody: a measure over a year, or all measures of a period, edited like a spreadsheet. */
export function TargetsPage() {
  const { t } = useTranslation('targets')
  const { data, error, refetch } = useQuery(choicesQuery)
  if (data === undefined) return <Page title={t('title')}>{error === null ? <Lines count={10} height={18} /> : <ProblemView error={error} again={() => void refetch()} />}</Page>
  return <Targets choices={data} />
}

const LEVELS: readonly Level[] = ['target', 'stretch', 'challenge']

function Targets({ choices }: { readonly choices: Choices }) {
  const { t } = useTranslation('targets')
  const { session } = useCurrentUser()
  const which = useWhich(choices)
  const [askedLevel] = useAddressParam('level')
  const level = LEVELS.find((each) => each === askedLevel) ?? 'target'
  const sheet = useSheet(session.user.id)
  const filters = <Filters choices={choices} which={which} level={level} />
  if (which === null) {
    return (
      <Page title={t('title')} filters={filters}>
        <EmptyState title={t('empty')}>{t('empty.note')}</EmptyState>
      </Page>
    )
  }
  return <MatrixOf key={JSON.stringify([which, level])} choices={choices} which={which} level={level} sheet={sheet} filters={filters} />
}

interface MatrixOfProps {
  readonly choices: Choices
  readonly which: Which
  readonly level: Level
  readonly sheet: ReturnType<typeof useSheet>
  readonly filters: React.ReactNode
}

function MatrixOf({ which, level, sheet, filters }: MatrixOfProps) {
  const { t } = useTranslation('targets')
  const { data, error, refetch } = useQuery(matrixQuery(which, level))
  if (data !== undefined) return <MatrixView matrix={data} which={which} level={level} sheet={sheet} filters={filters} />
  return (
    <Page title={t('title')} filters={filters}>
      {error === null ? <Lines count={12} height={18} /> : <ProblemView error={error} again={() => void refetch()} />}
    </Page>
  )
}

/** What the address asks for, else the measure with most targets over the year of the period; null where there is no measure. */
function useWhich({ measures, years, current }: Choices): Which | null {
  const [by] = useAddressParam('by')
  const [measure] = useAddressParam('measure')
  const [year] = useAddressParam('year')
  const { period, current: looked } = usePeriod()
  if (by === 'period') return period === undefined ? null : { period }
  const chosen = measure ?? measures[0]?.measure
  const around = years.find(({ from, last }) => looked !== undefined && from <= looked.from && looked.from <= last)
  const in_ = years.find((each) => each.id === year)?.id ?? around?.id ?? current ?? years[0]?.id
  return chosen === undefined || in_ === undefined ? null : { measure: chosen, year: in_ }
}

function Filters({ choices, which, level }: { readonly choices: Choices; readonly which: Which | null; readonly level: Level }) {
  const { t } = useTranslation('targets')
  const [by, setBy] = useAddressParam('by')
  const [, setLevel] = useAddressParam('level')
  return (
    <>
      <Segmented
        aria-label={t('by')}
        value={by === 'period' ? 'period' : 'measure'}
        onChange={(value) => setBy(value === 'period' ? 'period' : undefined)}
        options={[
          { value: 'measure', label: t('by.measure') },
          { value: 'period', label: t('by.period') },
        ]}
      />
      {by === 'period' ? null : <MeasureAndYear choices={choices} which={which} />}
      <Segmented
        aria-label={t('level')}
        value={level}
        onChange={(value) => setLevel(value === 'target' ? undefined : value)}
        options={LEVELS.map((each) => ({ value: each, label: t(`level.${each}`) }))}
      />
    </>
  )
}

function MeasureAndYear({ choices, which }: { readonly choices: Choices; readonly which: Which | null }) {
  const { t } = useTranslation('targets')
  const [, setMeasure] = useAddressParam('measure')
  const [, setYear] = useAddressParam('year')
  const chosen = which !== null && 'measure' in which ? which : null
  return (
    <>
      <Select
        className={styles['measure'] ?? ''}
        aria-label={t('measure')}
        showSearch={{ optionFilterProp: 'label' }}
        value={chosen?.measure ?? null}
        onChange={(value: string | null) => setMeasure(value ?? undefined)}
        options={choices.measures.map(({ measure, name, targets }) => ({ value: measure, label: targets === 0 ? t('measure.none', { name }) : name }))}
      />
      <Select
        className={styles['choice'] ?? ''}
        aria-label={t('year')}
        value={chosen?.year ?? null}
        onChange={(value: string | null) => setYear(value ?? undefined)}
        options={choices.years.map(({ id }) => ({ value: id, label: t('year.of', { year: id }) }))}
      />
    </>
  )
}
