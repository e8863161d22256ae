import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { CommentsButton, CommentsDrawer } from '../../parts/comments/CommentsDrawer.tsx'
import { unitObject } from '../../parts/comments/object.ts'
import { useLang } from '../../text/lang.ts'
import { useAddressParam } from '../../ui/AddressDrawer.tsx'
import { dayInProse } from '../../ui/dates.ts'
import { countText } from '../../ui/numbers.ts'
import { Page, Section } from '../../ui/Page.tsx'
import { ProblemView } from '../../ui/ProblemView.tsx'
import { Lines } from '../../ui/Skeletons.tsx'
import { CloseUnitDrawer } from './CloseUnitDrawer.tsx'
import { MoveUnitDrawer } from './MoveUnitDrawer.tsx'
import { NewUnitDrawer } from './NewUnitDrawer.tsx'
import { OnDay, useOnDay } from './OnDay.tsx'
import styles from './people.module.css'
import { RenameUnitDrawer } from './RenameUnitDrawer.tsx'
import { UnitSpans } from './Spans.tsx'
import { UnitsBelow } from './UnitsBelow.tsx'
import { type UnitDetail, unitQuery } from './unit-queries.ts'

/** One unit: where it stands on a day, what is below it, where it was and will be. */
export function UnitPage() {
  const { unit } = useParams({ from: '/shell/units/$unit' })
  const { on } = useOnDay()
  const { data, error, refetch } = useQuery(unitQuery(unit, on))
  if (data !== undefined && data.id === unit) return <UnitOf key={unit} unit={data} />
  return <Page title={unit}>{error === null ? <Lines count={8} /> : <ProblemView error={error} again={() => void refetch()} />}</Page>
}

function UnitOf({ unit }: { readonly unit: UnitDetail }) {
  const { t } = useTranslation('people')
  const lang = useLang()
  const { on, day } = useOnDay()
  return (
    <Page title={unit.name} sentence={<UnitSentence unit={unit} />} actions={<UnitActions unit={unit} />} filters={<OnDay />}>
      <p className={styles['chips']}>
        <span className={styles['quiet']}>{t('unit.id', { id: unit.id })}</span>
        <Link to="/people" search={{ unit: unit.id, ...(on === undefined ? {} : { on }) } as never /* Any address may carry any text. */}>
          {t('unit.people')}
        </Link>
      </p>
      <Section title={t('unit.below', { count: unit.units.length, day: dayInProse(day, lang) })}>
        {unit.units.length === 0 ? <p className={styles['quiet']}>{t('unit.below.none')}</p> : <UnitsBelow rows={unit.units} />}
      </Section>
      <Section title={t('unit.parents')} note={t('unit.parents.note')}>
        <UnitSpans spans={unit.parents} day={day} />
      </Section>
      <MoveUnitDrawer unit={unit} />
      <RenameUnitDrawer unit={unit} />
      <CloseUnitDrawer unit={unit} />
      <NewUnitDrawer kept={unit.kept} />
      <CommentsDrawer object={unitObject(unit.id)} />
    </Page>
  )
}

function UnitSentence({ unit: { closed, path, people, all } }: { readonly unit: UnitDetail }) {
  const { t } = useTranslation('people')
  const lang = useLang()
  const { day } = useOnDay()
  const prose = dayInProse(day, lang)
  if (closed) return t('unit.sentence.closed', { day: prose })
  const words = { day: prose, count: all, all: countText(all), people: countText(people) }
  const above = path.map(({ name }) => name).join(' › ')
  return above === '' ? t('unit.sentence.top', words) : t('unit.sentence', { ...words, above })
}

function UnitActions({ unit }: { readonly unit: UnitDetail }) {
  const { t } = useTranslation('people')
  const [, setAct] = useAddressParam('act')
  const [, setNew] = useAddressParam('new')
  const why = unit.mayWrite ? undefined : t('may')
  const acts = ['move', 'rename', ...(unit.closed ? [] : (['close'] as const))] as const
  return (
    <>
      <CommentsButton object={unitObject(unit.id)} />
      {acts.map((act) => (
        <Button key={act} disabled={!unit.mayWrite} title={why} onClick={() => setAct(act)}>
          {t(`unit.${act}`)}
        </Button>
      ))}
      <Button disabled={!unit.mayWrite} title={why} onClick={() => setNew(unit.id)}>
        {t('unit.newBelow')}
      </Button>
    </>
  )
}
