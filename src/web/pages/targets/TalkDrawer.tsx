import { useTranslation } from 'react-i18next'
import { Comments } from '../../parts/comments/CommentsDrawer.tsx'
import { targetObject, targetOfTalk } from '../../parts/comments/object.ts'
import { periodName } from '../../parts/period-names.ts'
import { AddressDrawer } from '../../ui/AddressDrawer.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import type { Person } from './queries.ts'

/** Comments on what is asked of somebody in a period: `?comments=["QS011","2026-03"]`. */
export function TalkDrawer({ people }: { readonly people: readonly Person[] }) {
  const { t } = useTranslation('targets')
  return (
    <AddressDrawer param="comments" title={t('comments.title')} width={480}>
      {(talk) => <Talk talk={talk} people={people} />}
    </AddressDrawer>
  )
}

function Talk({ talk, people }: { readonly talk: string; readonly people: readonly Person[] }) {
  const { t } = useTranslation('targets')
  const { t: frame } = useTranslation('shell')
  const target = targetOfTalk(talk)
  if (target === null) return <EmptyState title={t('comments.none')} />
  const { employee, period } = target
  return (
    <>
      <p>
        <strong>{people.find(({ id }) => id === employee)?.name ?? employee}</strong> · {periodName(period, frame)}
      </p>
      <Comments object={targetObject(employee, period)} />
    </>
  )
}
