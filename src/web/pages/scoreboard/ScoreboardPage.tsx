import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useCurrentUser } from '../../parts/CurrentUser.tsx'
import { PeriodPage } from '../../parts/PeriodPage.tsx'
import { periodName } from '../../parts/period-names.ts'
import { MyPlace } from '../../parts/results/MyPlace.tsx'
import { RunNote } from '../../parts/results/RunNote.tsx'
import { usePages } from '../../parts/use-pages.ts'
import { useTableView } from '../../parts/use-table-view.ts'
import { useLang } from '../../text/lang.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { shownAmount, shownNumber } from '../../ui/numbers.ts'
import { Page } from '../../ui/Page.tsx'
import { NO_VIEW } from '../../ui/table/column.ts'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { type Board, boardWorkbook, choicesQuery, getBoard } from './board.ts'
import { useBoardColumns } from './columns.tsx'

/** Rows of a page of the list. */
const PAGE = 100

/** Everybody one sees with score, grade and pay. */
export function ScoreboardPage() {
  const { t } = useTranslation('scores')
  return <PeriodPage title={t('title')}>{(period) => <BoardOf period={period} />}</PeriodPage>
}

function BoardOf({ period }: { readonly period: string }) {
  const { t } = useTranslation('scores')
  const { t: frame } = useTranslation('shell')
  const { session } = useCurrentUser()
  const { view, onView } = useTableView()
  const queries = useQueryClient()
  // The sentence is about everybody one sees, whatever the table is filtered by: asked for only where the first page of the table does not say it.
  const narrowed = view.q !== '' || Object.keys(view.filters).length > 0
  const everybody = useMemo(() => ['scoreboard', 'whole', period], [period])
  const whole = useQuery({ queryKey: everybody, queryFn: ({ signal }) => getBoard(period, NO_VIEW, { limit: 1, signal }), enabled: narrowed })
  const choices = useQuery(choicesQuery(period))
  const load = useCallback(
    async (after: string | undefined, signal?: AbortSignal) => {
      const board = await getBoard(period, view, { after, limit: PAGE, signal })
      if (!narrowed && after === undefined) queries.setQueryData(everybody, board)
      return board
    },
    [period, view, narrowed, everybody, queries],
  )
  const { rows, paging, error, again } = usePages(['scoreboard', period, view], load)
  const columns = useBoardColumns(whole.data, choices)
  return (
    <Page title={t('title')} sentence={<BoardSentence period={period} board={whole.data} />}>
      {session.user.employee === null ? null : <MyPlace period={period} />}
      <DataTable
        name="scoreboard"
        label={t('table')}
        columns={columns}
        rows={rows}
        rowKey={(person) => person.id}
        error={error}
        again={again}
        view={view}
        onView={onView}
        paging={paging}
        xlsx={(shown) => boardWorkbook(period, shown)}
        marked={(person) => person.id === session.user.employee}
        empty={<EmptyState title={t('empty.title', { period: periodName(period, frame) })}>{t(whole.data?.run == null ? 'empty.note' : 'empty.computed')}</EmptyState>}
      />
      <RunNote run={whole.data?.run} />
    </Page>
  )
}

function BoardSentence({ period, board }: { readonly period: string; readonly board: Board | undefined }) {
  const { t } = useTranslation('scores')
  const { t: frame } = useTranslation('shell')
  const lang = useLang()
  const named = periodName(period, frame)
  if (board === undefined) return <>{named}</>
  const { summary, run } = board
  if (run === null || summary === null) return <>{t('sentence.none', { period: named })}</>
  if (summary.people === 0) return <>{t('sentence.nobody', { period: named })}</>
  if (summary.average === null) return <>{t('sentence.noScore', { period: named, count: summary.people })}</>
  const about = { period: named, people: summary.people, scored: summary.scored, average: shownNumber(summary.average).short }
  return <>{summary.pay === null ? t('sentence', about) : t('sentence.pay', { ...about, pay: shownAmount(summary.pay, lang).short })}</>
}
