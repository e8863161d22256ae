import { z } from 'zod'
import { previousPeriod } from '../../base/calendar.ts'
import { type Lang, nameIn } from '../../base/diagnostic.ts'
import type { Store } from '../../store/types.ts'
import { query, type Route, raw } from '../http/route.ts'
import type { Who } from '../http/who.ts'
import { workbookOf, XLSX_TYPE } from '../http/workbook.ts'
import { boardChoices } from './board-choices.ts'
import { judgedOn, newestNumber, periodNow } from './newest.ts'
import { scoreBound } from './routes-scoreboard.ts'
import { BOARD_SORTS, type BoardAsked, type BoardRow, scoreboard } from './scoreboard.ts'
import { periodQuery } from './shapes.ts'

const Choice = z.object({ id: z.string(), name: z.string() })

const word = z.string().max(200).optional()

/** Rows asked for at once while a file is written. */
const PAGE = 500

export const boardRoutes: readonly Route[] = [
  query(
    {
      id: 'getScoreboardChoices',
      method: 'get',
      path: '/scoreboard/choices',
      tag: 'scores',
      summary: 'What the scoreboard of a period can be filtered by, among the people one sees.',
      may: 'score.read',
      query: z.object(periodQuery),
      reply: z.object({ units: z.array(Choice), roles: z.array(Choice), schemes: z.array(Choice), grades: z.array(z.string()) }).meta({ id: 'ScoreboardChoices' }),
    },
    async (read, { who, query: asked, today, lang }) => {
      const { period, newest, input } = await periodNow(read, asked.period)
      const found = await boardChoices(read, { who, period, run: newest?.run ?? null, on: judgedOn(period, today) })
      return {
        units: found.units.map((u) => ({ ...u })),
        roles: found.roles.map((r) => ({ ...r })),
        schemes: found.schemes.map((id) => ({ id, name: nameIn(input.program.schemes[id]?.name, lang, id) })),
        grades: [...found.grades],
      }
    },
  ),
  raw(
    {
      id: 'exportScoreboard',
      method: 'get',
      path: '/scoreboard/workbook',
      tag: 'scores',
      summary: 'The scoreboard as an XLSX file: everybody who passes the filter, in the order asked for.',
      may: 'score.read',
      query: z.object({
        ...periodQuery,
        sort: z.enum(BOARD_SORTS).default('score'),
        order: z.enum(['asc', 'desc']).optional(),
        unit: word,
        role: word,
        scheme: word,
        grade: word,
        from: scoreBound,
        below: scoreBound,
        q: word,
      }),
      reply: z.null(),
      contentType: XLSX_TYPE,
    },
    async (store, { who, query: asked, today, lang, reply }) => {
      const { period: id, sort, order, ...filter } = asked
      const { period, board } = await store.read(async (read) => {
        const { period, newest, input } = await periodNow(read, id)
        const earlier = previousPeriod(input.calendar, period)
        const before = earlier === null ? null : await newestNumber(read, earlier.id)
        const descending = (order ?? (sort === 'name' ? 'asc' : 'desc')) === 'desc'
        return {
          period,
          board: { who, period, run: newest?.run ?? null, before, on: judgedOn(period, today), sort, descending, filter, after: null, limit: PAGE } satisfies BoardAsked,
        }
      })
      reply.header('content-disposition', `attachment; filename="scores-${period.id}.xlsx"`).type(XLSX_TYPE)
      await reply.send(workbookOf({ name: period.id, columns: columnsIn(lang, who), pages: pagesOf(store, board) }))
    },
  ),
]

/** Each page is a question of its own: nothing is held open while a slow line takes the file. The run is fixed, so that all pages are of one moment. */
async function* pagesOf(store: Store, asked: BoardAsked): AsyncGenerator<readonly BoardRow[]> {
  for (let after = asked.after; ; ) {
    const { rows } = await store.read((read) => scoreboard(read, { ...asked, after }))
    yield rows.slice(0, asked.limit)
    const last = rows[asked.limit - 1]
    if (rows.length <= asked.limit || last === undefined) return
    after = [last.key, last.id]
  }
}

const TITLES = {
  zh: { id: '工号', name: '姓名', unit: '部门', position: '岗位', rank: '排名', score: '得分', change: '比上期', grade: '等级', coefficient: '系数', pay: '应得' },
  en: {
    id: 'Id',
    name: 'Name',
    unit: 'Unit',
    position: 'Position',
    rank: 'Rank',
    score: 'Score',
    change: 'Against before',
    grade: 'Grade',
    coefficient: 'Coefficient',
    pay: 'Pay',
  },
} as const

function columnsIn(lang: Lang, who: Who) {
  const t = TITLES[lang]
  const text = (title: string, of: (row: BoardRow) => string | null) => ({ title, kind: 'text' as const, of })
  const number = (title: string, of: (row: BoardRow) => string | null) => ({ title, kind: 'number' as const, of })
  const pay = who.grants.some((grant) => grant.permission === 'pay.read') ? [number(t.pay, (row) => row.pay)] : []
  return [
    text(t.id, (row) => row.id),
    text(t.name, (row) => row.name),
    text(t.unit, (row) => row.unitName),
    text(t.position, (row) => row.position),
    number(t.rank, (row) => (row.rank === null ? null : String(row.rank))),
    number(t.score, (row) => row.score),
    number(t.change, (row) => row.change),
    text(t.grade, (row) => row.grade),
    number(t.coefficient, (row) => row.coefficient),
    ...pay,
  ]
}
