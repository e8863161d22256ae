import type { UseMutationResult } from '@tanstack/react-query'
import { Button } from 'antd'
import type { FormEvent, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ProblemView } from '../../ui/ProblemView.tsx'
import styles from './people.module.css'

interface ActFormProps {
  readonly save: UseMutationResult<unknown, Error, void>
  /** There is nothing to save yet, or its effect is not known. */
  readonly off: boolean
  /** The fields say already what is wrong. */
  readonly told?: boolean
  /** It ends something. */
  readonly danger?: boolean
  readonly onCancel: () => void
  readonly children: ReactNode
}

/** The fields of an act, what went wrong with it, and its two buttons. */
export function ActForm({ save, off, told = false, danger = false, onCancel, children }: ActFormProps) {
  const { t } = useTranslation('people')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate()
  }
  return (
    <form className={styles['form']} onSubmit={submit} noValidate>
      {children}
      {save.error === null || told ? null : <ProblemView error={save.error} compact />}
      <div className={styles['buttons']}>
        <Button {...(danger ? { danger } : { type: 'primary' as const })} htmlType="submit" loading={save.isPending} disabled={off}>
          {t('save')}
        </Button>
        <Button onClick={onCancel}>{t('cancel')}</Button>
      </div>
    </form>
  )
}
