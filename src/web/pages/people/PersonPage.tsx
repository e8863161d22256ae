import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { CommentsButton, CommentsDrawer } from '../../parts/comments/CommentsDrawer.tsx'
import { personObject } from '../../parts/comments/object.ts'
import { dayBefore } from '../../parts/days.ts'
import { useToday } from '../../parts/use-today.ts'
import { useLang } from '../../text/lang.ts'
import { useAddressParam } from '../../ui/AddressDrawer.tsx'
import { dayInProse } from '../../ui/dates.ts'
import { Missing } from '../../ui/Figures.tsx'
import { Page, Section } from '../../ui/Page.tsx'
import { ProblemView } from '../../ui/ProblemView.tsx'
import { Lines } from '../../ui/Skeletons.tsx'
import { Below } from './Below.tsx'
import { CorrectDrawer } from './CorrectDrawer.tsx'
import { Elsewhere } from './Elsewhere.tsx'
import { LeaveDrawer } from './LeaveDrawer.tsx'
import { OnDay, useOnDay } from './OnDay.tsx'
import styles from './people.module.css'
import { type PersonDetail, personQuery } from './queries.ts'
import { AssignmentSpans, LineSpans } from './Spans.tsx'
import { holdingOn } from './spans.ts'
import { TransferDrawer } from './TransferDrawer.tsx'
import { keepDay } from './UnitLink.tsx'

/** One person: where they were, as what, below whom, and when. */
export function PersonPage() {
  const { employee } = useParams({ from: '/shell/people/$employee' })
  const { on } = useOnDay()
  const { data, error, refetch } = useQuery(personQuery(employee, on))
  if (data !== undefined && data.id === employee) return <PersonOf key={employee} person={data} />
  return <Page title={employee}>{error === null ? <Lines count={8} /> : <ProblemView error={error} again={() => void refetch()} />}</Page>
}

function PersonOf({ person }: { readonly person: PersonDetail }) {
  const { t } = useTranslation('people')
  const lang = useLang()
  const { day } = useOnDay()
  const { reports, sponsored } = person
  return (
    <Page title={person.name} sentence={<PersonSentence person={person} />} actions={<PersonActions person={person} />} filters={<OnDay />}>
      <PersonLinks person={person} />
      <Elsewhere employee={person.id} />
      <Section title={t('assignments')} note={t('assignments.note')}>
        <AssignmentSpans spans={person.assignments} day={day} />
      </Section>
      <div className={styles['lines']}>
        <Section title={t('managers')}>
          <LineSpans spans={person.managers} day={day} none={t('managers.none')} />
        </Section>
        <Section title={t('sponsors')}>
          <LineSpans spans={person.sponsors} day={day} none={t('sponsors.none')} />
        </Section>
      </div>
      <Section title={t('reports', { count: reports.length, day: dayInProse(day, lang) })}>
        {reports.length === 0 ? (
          <p className={styles['quiet']}>{t('reports.none')}</p>
        ) : (
          <Below name="reports" label={t('reports', { count: reports.length, day })} rows={reports} />
        )}
      </Section>
      {sponsored.length === 0 ? null : (
        <Section title={t('sponsored', { count: sponsored.length })}>
          <Below name="sponsored" label={t('sponsored', { count: sponsored.length })} rows={sponsored} />
        </Section>
      )}
      <TransferDrawer person={person} />
      <LeaveDrawer person={person} />
      <CorrectDrawer person={person} />
      <CommentsDrawer object={personObject(person.id)} />
    </Page>
  )
}

function PersonSentence({ person: { assignments, managers } }: { readonly person: PersonDetail }) {
  const { t } = useTranslation('people')
  const lang = useLang()
  const { day } = useOnDay()
  const prose = dayInProse(day, lang)
  const now = holdingOn(assignments, day)
  if (now !== undefined) {
    const where = { day: prose, unit: now.unitName ?? t('one.noUnit'), position: now.position ?? t('one.noPosition') }
    const manager = holdingOn(managers, day)?.person.name
    return manager === undefined ? t('one.sentence.alone', where) : t('one.sentence', { ...where, manager })
  }
  const next = assignments.find((span) => span.from !== null && span.from > day)
  if (next?.from != null) return t('one.sentence.coming', { from: dayInProse(next.from, lang) })
  const last = assignments.at(-1)?.until
  return last == null ? t('one.sentence.never') : t('one.sentence.gone', { day: prose, day2: dayInProse(dayBefore(last), lang) })
}

function PersonActions({ person }: { readonly person: PersonDetail }) {
  const { t } = useTranslation('people')
  const today = useToday()
  const [, setAct] = useAddressParam('act')
  const why = person.mayWrite ? undefined : t('may')
  const here = holdingOn(person.assignments, today) !== undefined
  const coming = person.assignments.some((span) => span.from !== null && span.from > today)
  return (
    <>
      <CommentsButton object={personObject(person.id)} />
      <Button disabled={!person.mayWrite} title={why} onClick={() => setAct('transfer')}>
        {t(here || coming ? 'transfer' : 'transfer.back')}
      </Button>
      {here || coming ? (
        <Button disabled={!person.mayWrite} title={why} onClick={() => setAct('leave')}>
          {t('leave')}
        </Button>
      ) : null}
      <Button disabled={!person.mayWrite} title={why} onClick={() => setAct('correct')}>
        {t('correct')}
      </Button>
    </>
  )
}

/** Facts that have no dates. */
function PersonLinks({ person: { id, email, aliases } }: { readonly person: PersonDetail }) {
  const { t } = useTranslation('people')
  return (
    <Section
      title={t('one.facts')}
      actions={
        <Link to="/people" search={keepDay as never /* Any address may carry any text. */}>
          {t('one.back')}
        </Link>
      }
    >
      <dl className={styles['pairs']}>
        <div>
          <dt>{t('id')}</dt>
          <dd>{id}</dd>
        </div>
        <div>
          <dt>{t('email')}</dt>
          <dd>{email ?? <Missing reason={t('email.none')} />}</dd>
        </div>
        <div>
          <dt>{t('aliases')}</dt>
          <dd>{aliases.length === 0 ? <Missing reason={t('aliases.none')} /> : aliases.join(' · ')}</dd>
        </div>
      </dl>
    </Section>
  )
}
