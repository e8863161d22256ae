import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { SCORE_BANDS } from '../../../base/limits.ts'
import { periodName } from '../../parts/period-names.ts'
import { WhyLink } from '../../parts/WhyLink.tsx'
import { Delta, Figure, Missing, PayAmount } from '../../ui/Figures.tsx'
import type { Asked } from '../../ui/NoOptions.tsx'
import type { Column } from '../../ui/table/column.ts'
import type { Board, BoardPerson, Choices } from './board.ts'

/** What can be filtered by, as it is asked for. */
type ChoicesAsked = Asked & { readonly data: Choices | undefined }

const asChoices = (all: readonly { readonly id: string; readonly name: string }[] = []) => all.map(({ id, name }) => ({ value: id, label: name }))

const named = (all: readonly { readonly id: string; readonly name: string }[] | undefined, id: string | null) => all?.find((each) => each.id === id)?.name ?? id

/** The columns of the board; the columns of pay only for those who may see anybody’s. */
export function useBoardColumns(board: Board | undefined, query: ChoicesAsked): readonly Column<BoardPerson>[] {
  const { t } = useTranslation('scores')
  const { t: frame } = useTranslation('shell')
  return useMemo(() => {
    const choices = query.data
    const against = board?.previous == null ? undefined : t('against', { period: periodName(board.previous, frame) })
    const words: readonly Column<BoardPerson>[] = [
      { id: 'rank', title: t('rank'), width: 64, end: true, cell: (p) => (p.rank === null ? <Missing reason={t('noScore')} /> : p.rank), text: (p) => p.rank?.toString() ?? null },
      { id: 'name', title: t('person'), always: true, serverSort: true, cell: (p) => <PersonLink {...p} />, text: (p) => p.name },
      { id: 'unit', title: t('unit'), cell: (p) => p.unitName ?? <Missing />, text: (p) => p.unitName, filter: { of: (p) => p.unit, choices: asChoices(choices?.units), query } },
      {
        ...{ id: 'role', title: t('role'), cell: (p: BoardPerson) => p.position ?? <Missing />, text: (p: BoardPerson) => p.position },
        filter: { of: (p) => p.role, choices: asChoices(choices?.roles), query },
      },
      {
        ...{ id: 'scheme', title: t('scheme'), cell: (p: BoardPerson) => named(choices?.schemes, p.scheme) ?? <Missing reason={t('noScore')} /> },
        ...{ text: (p: BoardPerson) => named(choices?.schemes, p.scheme), filter: { of: (p: BoardPerson) => p.scheme, choices: asChoices(choices?.schemes), query } },
      },
    ]
    return [...words, ...figures(t, { against, query, showsPay: board?.showsPay === true })]
  }, [t, frame, board?.previous, board?.showsPay, query])
}

type Say = ReturnType<typeof useTranslation<'scores'>>['t']

function figures(
  t: Say,
  { against, query, showsPay }: { readonly against: string | undefined; readonly query: ChoicesAsked; readonly showsPay: boolean },
): readonly Column<BoardPerson>[] {
  const grades = (query.data?.grades ?? []).map((grade) => ({ value: grade, label: grade }))
  const bounds = ['', ...SCORE_BANDS, '']
  const bands = bounds.slice(0, -1).map((from, at) => ({ from, until: bounds[at + 1] ?? '' }))
  const bandName = ({ from, until }: (typeof bands)[number]) => (from === '' ? t('band.below', { until }) : until === '' ? t('band.from', { from }) : t('band', { from, until }))
  const pay: Column<BoardPerson> = {
    ...{ id: 'pay', title: t('pay'), end: true, serverSort: true, text: (p) => p.pay },
    cell: (p) => (p.pay === null ? <Missing reason={t('noPay')} /> : <Why id={p.id} subject="pay" figure={<PayAmount value={p.pay} />} />),
  }
  return [
    {
      ...{ id: 'score', title: t('score'), end: true, serverSort: true, text: (p) => p.score },
      filter: { of: () => null, choices: bands.map((band) => ({ value: `${band.from}~${band.until}`, label: bandName(band) })) },
      cell: (p) => (p.score === null ? <Missing reason={t('noScore')} /> : <Why id={p.id} subject="score" figure={<Figure value={p.score} aligned />} />),
    },
    { id: 'grade', title: t('grade'), cell: (p) => p.grade ?? <Missing reason={t('noScore')} />, text: (p) => p.grade, filter: { of: (p) => p.grade, choices: grades, query } },
    {
      ...{ id: 'change', title: t('change'), end: true, serverSort: true, text: (p) => p.change },
      cell: (p) => <Delta value={p.change} good="up" against={against} missing={t('noBefore')} />,
    },
    {
      id: 'coefficient',
      title: t('coefficient'),
      end: true,
      hidden: true,
      cell: (p) => <Figure value={p.coefficient} missing={t('noScore')} aligned />,
      text: (p) => p.coefficient,
    },
    ...(showsPay ? [pay] : []),
  ]
}

function PersonLink({ id, name }: { readonly id: string; readonly name: string }) {
  return (
    <Link to="/scores/$employee" params={{ employee: id }}>
      {name}
    </Link>
  )
}

function Why({ id, subject, figure }: { readonly id: string; readonly subject: string; readonly figure: React.ReactNode }) {
  return (
    <WhyLink employee={id} subject={subject}>
      {figure}
    </WhyLink>
  )
}
