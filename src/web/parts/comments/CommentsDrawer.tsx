import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { AddressDrawer, useAddressParam } from '../../ui/AddressDrawer.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ProblemView } from '../../ui/ProblemView.tsx'
import { Lines } from '../../ui/Skeletons.tsx'
import { CommentForm } from './CommentForm.tsx'
import { CommentItem } from './CommentItem.tsx'
import styles from './comments.module.css'
import { addComment, commentsQuery } from './queries.ts'

/** Opens the comments of an object; says how many there are. */
export function CommentsButton({ object }: { readonly object: string }) {
  const { t } = useTranslation('comments')
  const [, setOpen] = useAddressParam('comments')
  const { data } = useQuery(commentsQuery(object))
  const count = data?.items.filter((comment) => !comment.deleted).length ?? 0
  return <Button onClick={() => setOpen('1')}>{count === 0 ? t('open.none') : t('open', { count })}</Button>
}

/** Comments of an object in a drawer with its own address. */
export function CommentsDrawer({ object }: { readonly object: string }) {
  const { t } = useTranslation('comments')
  return (
    <AddressDrawer param="comments" title={t('title')} width={480}>
      {() => <Comments object={object} />}
    </AddressDrawer>
  )
}

/** What was said about an object, and the field to say more. */
export function Comments({ object }: { readonly object: string }) {
  const { t } = useTranslation('comments')
  const { data, error, refetch } = useQuery(commentsQuery(object))
  if (data === undefined) return error === null ? <Lines count={5} /> : <ProblemView error={error} again={() => void refetch()} />
  return (
    <div className={styles['comments']}>
      <p className={styles['quiet']}>{t('sentence')}</p>
      {data.items.length === 0 ? <EmptyState title={t('empty')}>{t('emptyNote')}</EmptyState> : null}
      <ol className={styles['list']}>
        {data.items.map((comment) => (
          <CommentItem key={comment.id} object={object} comment={comment} mayWrite={data.mayWrite} />
        ))}
      </ol>
      {data.mayWrite ? (
        <CommentForm object={object} label={t('text')} send={(written) => addComment(object, written)} action={t('send')} />
      ) : (
        <p className={styles['quiet']}>{t('readOnly')}</p>
      )}
    </div>
  )
}
