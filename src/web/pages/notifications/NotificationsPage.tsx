import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Checkbox } from 'antd'
import { useTranslation } from 'react-i18next'
import { NoticeWords } from '../../parts/notices/NoticeWords.tsx'
import { type Notice, type NoticeKind, noticesPage, readNotices, saveSettings, settingsQuery } from '../../parts/notices/queries.ts'
import { localTime } from '../../ui/dates.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { NotYet } from '../../ui/NotYet.tsx'
import { Page, Section } from '../../ui/Page.tsx'
import { ProblemView } from '../../ui/ProblemView.tsx'
import { Lines } from '../../ui/Skeletons.tsx'
import styles from './notifications.module.css'

/** From how many on unread ones are not counted any more. */
const MANY = 100

/** Everything the reader was told, the newest first, and what they want to be told. */
export function NotificationsPage() {
  const { t } = useTranslation('comments')
  const queries = useQueryClient()
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ['notifications', 'all'],
    queryFn: ({ pageParam, signal }) => noticesPage(pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
  })
  const { mutate, error: refused } = useMutation({
    mutationFn: (upTo: string) => readNotices([], upTo),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['notifications'] }),
  })
  const notices = data?.pages.flatMap((page) => page.items)
  const unread = data?.pages[0]?.unread ?? 0
  const newest = notices?.[0]?.id
  const sentence = unread >= MANY ? t('notices.sentence.many') : unread === 0 ? t('notices.sentence.none') : t('notices.sentence', { count: unread })
  const readAll = (
    <Button disabled={unread === 0 || newest === undefined} onClick={() => newest !== undefined && mutate(newest)}>
      {t('notices.readAll')}
    </Button>
  )
  return (
    <Page title={t('noticesTitle')} sentence={data === undefined ? undefined : sentence} actions={readAll} width="narrow">
      {refused === null ? null : <ProblemView error={refused} compact />}
      {notices === undefined ? error === null ? <Lines count={6} /> : <ProblemView error={error} again={() => void refetch()} /> : <NoticeList notices={notices} />}
      {hasNextPage ? (
        <div>
          <Button loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t('notices.more')}
          </Button>
        </div>
      ) : null}
      <Settings />
    </Page>
  )
}

function NoticeList({ notices }: { readonly notices: readonly Notice[] }) {
  const { t } = useTranslation('comments')
  if (notices.length === 0) return <EmptyState title={t('notices.empty')}>{t('notices.emptyNote')}</EmptyState>
  return (
    <ul className={styles['list']}>
      {notices.map((notice) => (
        <li key={notice.id} className={styles['notice']}>
          <span className={notice.read ? undefined : styles['unread']}>
            {notice.read ? null : <span className={styles['new']}>{t('notices.new')}</span>}
            <NoticeWords notice={notice} />
          </span>
          <time dateTime={notice.at} className={styles['quiet']}>
            {localTime(notice.at)}
          </time>
        </li>
      ))}
    </ul>
  )
}

const KINDS: readonly NoticeKind[] = ['mention', 'job', 'score', 'target', 'rules']

function Settings() {
  const { t } = useTranslation('comments')
  const queries = useQueryClient()
  const query = useQuery(settingsQuery)
  const { data } = query
  const {
    mutate,
    error: refused,
    isPending,
  } = useMutation({
    mutationFn: saveSettings,
    // What was chosen shows at once; a refusal puts back what holds.
    onMutate: (off) => queries.setQueryData(settingsQuery.queryKey, { off: [...off] }),
    onSettled: () => queries.invalidateQueries({ queryKey: settingsQuery.queryKey }),
  })
  if (data === undefined) return <NotYet query={query} lines={3} />
  const toggle = (kind: NoticeKind, on: boolean) => mutate(on ? data.off.filter((each) => each !== kind) : [...data.off, kind])
  return (
    <Section title={t('notices.settings')} note={t('notices.settingsNote')}>
      {refused === null ? null : <ProblemView error={refused} compact />}
      <div className={styles['kinds']}>
        {KINDS.map((kind) => (
          <Checkbox key={kind} checked={!data.off.includes(kind)} disabled={isPending} onChange={({ target }) => toggle(kind, target.checked)}>
            {t(`kind.${kind}`)}
          </Checkbox>
        ))}
      </div>
    </Section>
  )
}
