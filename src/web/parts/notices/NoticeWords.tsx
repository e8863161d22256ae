import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { shownFigure } from '../../ui/figure-text.ts'
import { shownNumber } from '../../ui/numbers.ts'
import { type ObjectPage, pageOf } from '../comments/object.ts'
import { periodName } from '../period-names.ts'
import { type Notice, readNotices } from './queries.ts'

/** A notification as a sentence that leads to what it is about; following it marks it as read. */
export function NoticeWords({ notice }: { readonly notice: Notice }) {
  const words = useNoticeWords(notice)
  const queries = useQueryClient()
  const page = pageOfNotice(notice)
  if (page === null) return <span>{words}</span>
  const follow = () => {
    // The page opens whether or not this succeeds; unread it stays at worst.
    if (!notice.read) readNotices([notice.id], null).then(() => queries.invalidateQueries({ queryKey: ['notifications'] }), Boolean)
  }
  const search = notice.kind === 'mention' ? { ...page.search, comments: page.talk } : page.search
  return (
    <Link to={page.to} search={search as never /* Any address may carry any text. */} onClick={follow}>
      {words}
    </Link>
  )
}

function pageOfNotice({ kind, object, params }: Notice): ObjectPage | null {
  if (object === null) return null
  if (kind === 'job') return pageOfJob(object, params)
  if (kind !== 'rules') return pageOf(object)
  const [of, id, version] = [params['kind'], params['id'], params['version']].map((part) => encodeURIComponent(part ?? ''))
  return { kind, to: `/versions/${of}/${id}/${version}`, search: {}, talk: '1' }
}

/** Where one finds what came of work; `object` is `job/ID`. */
function pageOfJob(object: string, { job, period }: Told): ObjectPage | null {
  const at = (to: string, search: ObjectPage['search'] = {}): ObjectPage => ({ kind: 'job', to, search, talk: '1' })
  if (job === 'export') return at('/exports')
  if (job === 'import') return at('/imports')
  if (job === 'run') return at('/runs', period == null || period === '' ? {} : { period })
  if (job === 'backtest') return at(`/backtests/${object.slice('job/'.length)}`)
  return null
}

const JOBS = ['run', 'import', 'export', 'backtest', 'apply'] as const

function useNoticeWords({ kind, object, params }: Notice): string {
  const { t } = useTranslation('comments')
  const { t: shell } = useTranslation('shell')
  const of = (name: string) => params[name] ?? ''
  const score = (name: string) => (params[name] == null ? t('say.none') : shownNumber(of(name)).exact)
  if (object === null) return t('say.gone')
  switch (kind) {
    case 'mention':
      return t('say.mention', { by: of('by'), what: t(`what.${whatOf(object)}`), text: of('text') })
    case 'score':
      return t('say.score', { period: periodName(of('period'), shell), from: score('from'), to: score('to') })
    case 'target':
      return targetWords(params, t, shell)
    case 'rules':
      return rulesWords(params, t)
    case 'job': {
      const name = shell(`job.kind.${JOBS.find((each) => each === params['job']) ?? 'other'}`)
      const job = of('period') === '' ? name : `${name} ${periodName(of('period'), shell)}`
      return t(params['state'] === 'failed' ? 'say.job.failed' : 'say.job.done', { job })
    }
    default:
      return kind satisfies never
  }
}

type Words = TFunction<'comments'>
type Told = Notice['params']

const LEVELS = ['target', 'stretch', 'challenge'] as const

function targetWords(params: Told, t: Words, shell: TFunction<'shell'>): string {
  const figure = (name: string) => (params[name] == null ? t('say.none') : shownFigure(params[name], params['percent'] === 'true'))
  const level = LEVELS.find((each) => each === params['level']) ?? 'target'
  const what = { period: periodName(params['period'] ?? '', shell), measure: params['name'] ?? '', level: t(`level.${level}`), from: figure('from'), to: figure('to') }
  const said = params['by'] == null ? t('say.target.file', what) : t('say.target', { ...what, by: params['by'] })
  return `${said}${others(params, 'say.target.more', t)}`
}

function rulesWords(params: Told, t: Words): string {
  const what = { name: params['name'] ?? '', version: params['version'] ?? '', kind: t(params['kind'] === 'incentive' ? 'rules.incentive' : 'rules.scheme') }
  const from = params['from'] == null ? '' : t('say.rules.from', { from: params['from'] })
  const said = params['withdrawn'] === 'true' ? t('say.rules.withdrawn', what) : `${t('say.rules', what)}${from}`
  const by = params['by'] == null ? '' : t('say.rules.by', { by: params['by'] })
  return `${said}${by}${others(params, 'say.rules.more', t)}`
}

/** What else was changed in the same go. */
function others(params: Told, key: 'say.target.more' | 'say.rules.more', t: Words): string {
  const count = Number(params['count'] ?? 1) - 1
  return count > 0 ? t(key, { count }) : ''
}

function whatOf(object: string): 'score' | 'target' | 'record' | 'run' | 'person' | 'unit' | 'rule' {
  return (['score', 'target', 'record', 'run', 'person', 'unit'] as const).find((kind) => object.startsWith(`${kind}/`)) ?? 'rule'
}
