import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useBlocker } from '@tanstack/react-router'
import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, dataOf } from '../../api/client.ts'
import { AddressDrawer } from '../../ui/AddressDrawer.tsx'
import { download } from '../../ui/download.ts'
import { ProblemView } from '../../ui/ProblemView.tsx'
import { problemOf } from '../../ui/problem.ts'
import { Lines } from '../../ui/Skeletons.tsx'
import { csvOf } from '../../ui/table/csv.ts'
import { addressOf } from './LinkShown.tsx'
import { type Proposal, proposalsQuery } from './queries.ts'
import styles from './settings.module.css'

/** Users for everybody who works here and is none yet: `?proposals=open`. */
export function ProposalsDrawer() {
  const { t } = useTranslation('settings')
  const [busy, setBusy] = useState(false)
  // The links are shown once: whoever left while users are being made would lose them.
  useBlocker({ shouldBlockFn: () => busy, enableBeforeUnload: busy })
  return (
    <AddressDrawer param="proposals" title={t('proposals')} width={600} held={busy}>
      {() => <Proposals busy={busy} onBusy={setBusy} />}
    </AddressDrawer>
  )
}

interface Outcome {
  readonly proposal: Proposal
  /** The link that was made, or the sentence that says why there is none. */
  readonly link: string | null
  readonly problem: string | null
}

function Proposals({ busy, onBusy }: { readonly busy: boolean; readonly onBusy: (busy: boolean) => void }) {
  const { t } = useTranslation('settings')
  // Nothing is kept when the drawer closes: who has become a user by then is proposed no more.
  const { data, error, refetch } = useQuery({ ...proposalsQuery, gcTime: 0, refetchOnWindowFocus: false })
  const queries = useQueryClient()
  const [chosen, setChosen] = useState<ReadonlySet<string> | null>(null)
  const [outcomes, setOutcomes] = useState<readonly Outcome[] | null>(null)
  if (data === undefined) return error === null ? <Lines count={8} /> : <ProblemView error={error} again={() => void refetch()} />
  const picked = chosen ?? new Set(data.map(({ employee }) => employee))
  const people = data.filter(({ employee }) => picked.has(employee))
  const make = async () => {
    onBusy(true)
    setOutcomes([])
    const done: Outcome[] = []
    for (const proposal of people) {
      done.push(await addUser(proposal))
      setOutcomes([...done])
    }
    onBusy(false)
    await queries.invalidateQueries({ queryKey: ['users', 'list'] })
  }
  if (outcomes !== null) return <Outcomes outcomes={outcomes} of={people.length} busy={busy} />
  if (data.length === 0) return <p>{t('proposals.none')}</p>
  const toggle = (employee: string, on: boolean) => setChosen(new Set(on ? [...picked, employee] : [...picked].filter((each) => each !== employee)))
  return (
    <div className={styles['form']}>
      <p className={styles['quiet']}>{t('proposals.note')}</p>
      <div className={styles['buttons']}>
        <Button type="primary" disabled={people.length === 0} onClick={() => void make()}>
          {t('proposals.make', { count: people.length })}
        </Button>
      </div>
      <Checkbox
        checked={people.length === data.length}
        indeterminate={people.length > 0 && people.length < data.length}
        onChange={(event) => setChosen(new Set(event.target.checked ? data.map(({ employee }) => employee) : []))}
      >
        {t('proposals.all')}
      </Checkbox>
      <ul className={styles['rows']}>
        {data.map((proposal) => (
          <li key={proposal.employee} className={styles['row']}>
            <Checkbox checked={picked.has(proposal.employee)} onChange={(event) => toggle(proposal.employee, event.target.checked)}>
              {proposal.name} · {proposal.employee}
            </Checkbox>
            <span className={styles['quiet']}>{[proposal.unit, ...proposal.roles.map((role) => t(`access.${role}`))].filter(Boolean).join(' · ')}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}

async function addUser(proposal: Proposal): Promise<Outcome> {
  const { employee, name, email, login, roles } = proposal
  try {
    const { link } = await dataOf(api.POST('/users', { body: { login, name, employee, roles: roles.map((role) => ({ role })), ...(email === null ? {} : { email }) } }))
    return { proposal, link: addressOf(link), problem: null }
  } catch (error) {
    return { proposal, link: null, problem: problemOf(error).detail }
  }
}

function Outcomes({ outcomes, of, busy }: { readonly outcomes: readonly Outcome[]; readonly of: number; readonly busy: boolean }) {
  const { t } = useTranslation('settings')
  const made = outcomes.filter(({ link }) => link !== null)
  const failed = outcomes.filter(({ link }) => link === null)
  const save = () => {
    const column = (id: string, title: string, text: (outcome: Outcome) => string | null) => ({ id, title, text, cell: text })
    const columns = [
      column('employee', t('employee'), ({ proposal }) => proposal.employee),
      column('name', t('name'), ({ proposal }) => proposal.name),
      column('login', t('login'), ({ proposal }) => proposal.login),
      column('link', t('link'), ({ link }) => link),
    ]
    download('heng-links.csv', csvOf(made, columns))
  }
  if (busy) return <p role="status">{t('proposals.making', { done: outcomes.length, of })}</p>
  return (
    <div className={styles['form']}>
      <p role="status">{t('proposals.made', { count: made.length })}</p>
      {made.length === 0 ? null : (
        <div>
          <Button type="primary" onClick={save}>
            {t('proposals.download')}
          </Button>
        </div>
      )}
      {failed.length === 0 ? null : (
        <>
          <p>{t('proposals.failed', { count: failed.length })}</p>
          <ul className={styles['rows']}>
            {failed.map(({ proposal, problem }) => (
              <li key={proposal.employee} className={styles['row']}>
                <span>{proposal.name}</span>
                <span>{problem}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
