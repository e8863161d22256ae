import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { api, dataOf } from '../../api/client.ts'
import { browserOf } from '../../parts/browser.ts'
import { localTime } from '../../ui/dates.ts'
import { ProblemView } from '../../ui/ProblemView.tsx'
import type { Column } from '../../ui/table/column.ts'
import { DataTable } from '../../ui/table/DataTable.tsx'

const listSessions = (signal: AbortSignal) => dataOf(api.GET('/sessions', { signal }))

type OwnSession = Awaited<ReturnType<typeof listSessions>>[number]

const sessionsQuery = queryOptions({ queryKey: ['sessions'], queryFn: ({ signal }) => listSessions(signal) })

/** Where somebody is signed in; each other place can be ended from here. */
export function Sessions() {
  const { t } = useTranslation('account')
  const queries = useQueryClient()
  const { message } = App.useApp()
  const { data, error, refetch } = useQuery(sessionsQuery)
  const end = useMutation({
    mutationFn: (session: string) => api.DELETE('/sessions/{session}', { params: { path: { session } } }),
    onSuccess: () => {
      void message.success(t('sessions.ended'))
      return queries.invalidateQueries({ queryKey: sessionsQuery.queryKey })
    },
  })
  const columns = useMemo<readonly Column<OwnSession>[]>(
    () => [
      { id: 'device', title: t('sessions.device'), always: true, cell: (each) => browserOf(each.agent) ?? t('sessions.unknown') },
      { id: 'address', title: t('sessions.address'), cell: (each) => each.address },
      { id: 'since', title: t('sessions.since'), cell: (each) => localTime(each.startedAt) },
      { id: 'seen', title: t('sessions.seen'), cell: (each) => localTime(each.seenAt) },
      { id: 'end', title: t('sessions.action'), cell: (each) => <End session={each} busy={end.isPending && end.variables === each.id} onEnd={end.mutate} /> },
    ],
    [t, end.isPending, end.variables, end.mutate],
  )
  return (
    <>
      {end.error === null ? null : <ProblemView error={end.error} compact />}
      <DataTable name="sessions" label={t('sessions')} columns={columns} rows={data} rowKey={(each) => each.id} error={error} again={() => void refetch()} tools={false} />
    </>
  )
}

function End({ session, busy, onEnd }: { readonly session: OwnSession; readonly busy: boolean; readonly onEnd: (session: string) => void }) {
  const { t } = useTranslation('account')
  if (session.current) return t('sessions.this')
  return (
    <Button size="small" loading={busy} onClick={() => onEnd(session.id)} aria-label={`${t('sessions.end')} ${browserOf(session.agent) ?? ''}`}>
      {t('sessions.end')}
    </Button>
  )
}
