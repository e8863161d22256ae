import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Popconfirm } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { localTime } from '../../ui/dates.ts'
import { ProblemView } from '../../ui/ProblemView.tsx'
import { CommentForm } from './CommentForm.tsx'
import styles from './comments.module.css'
import { type Comment, deleteComment, editComment } from './queries.ts'

interface CommentItemProps {
  readonly object: string
  readonly comment: Comment
  readonly mayWrite: boolean
}

/** One comment; one's own can be changed and deleted. */
export function CommentItem({ object, comment, mayWrite }: CommentItemProps) {
  const { t } = useTranslation('comments')
  const queries = useQueryClient()
  const [editing, setEditing] = useState(false)
  const { mutate, error } = useMutation({ mutationFn: () => deleteComment(comment.id), onSuccess: () => queries.invalidateQueries({ queryKey: ['comments'] }) })
  if (editing) {
    return (
      <li>
        <CommentForm object={object} label={t('edit')} action={t('save')} of={comment} send={(written) => editComment(comment.id, written)} onDone={() => setEditing(false)} />
      </li>
    )
  }
  return (
    <li className={styles['comment']}>
      <div className={styles['head']}>
        <strong>{comment.by}</strong>
        <time dateTime={comment.at} className={styles['quiet']}>
          {localTime(comment.at)}
        </time>
        {comment.editedAt === null || comment.deleted ? null : <span className={styles['quiet']}>{t('edited')}</span>}
      </div>
      {comment.deleted ? <p className={styles['quiet']}>{t('deleted')}</p> : <p className={styles['text']}>{comment.text}</p>}
      {error === null ? null : <ProblemView error={error} compact />}
      {comment.mine && mayWrite && !comment.deleted ? (
        <div className={styles['actions']}>
          <Button size="small" onClick={() => setEditing(true)}>
            {t('edit')}
          </Button>
          <Popconfirm title={t('delete.confirm')} okText={t('delete')} cancelText={t('cancel')} onConfirm={() => mutate()}>
            <Button size="small">{t('delete')}</Button>
          </Popconfirm>
        </div>
      ) : null}
    </li>
  )
}
