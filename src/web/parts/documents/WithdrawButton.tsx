import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { App, Button, Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { askAllAgain } from '../../api/ask-again.ts'
import { FormField } from '../../ui/FormField.tsx'
import { ProblemView } from '../../ui/ProblemView.tsx'
import { useCurrentUser } from '../CurrentUser.tsx'
import styles from './documents.module.css'
import { type DocumentKind, withdrawDocument } from './queries.ts'

export interface WithdrawProps {
  readonly kind: DocumentKind
  readonly id: string
  readonly name: string
  /** Why it cannot be withdrawn, where every company has it. */
  readonly fixed?: string | undefined
}

/** Takes a document out of force: shows what that does first, and asks why. */
export function WithdrawButton({ kind, id, name, fixed }: WithdrawProps) {
  const { t } = useTranslation('documents')
  const may = useCurrentUser().can('rule.write')
  const [open, setOpen] = useState(false)
  return (
    <div>
      <Button disabled={!may || fixed !== undefined} title={fixed ?? (may ? undefined : t('withdraw.not'))} onClick={() => setOpen(true)}>
        {t('withdraw')}
      </Button>
      {open ? <WithdrawDialog {...{ kind, id, name }} onClose={() => setOpen(false)} /> : null}
    </div>
  )
}

function WithdrawDialog({ kind, id, name, onClose }: Omit<WithdrawProps, 'fixed'> & { readonly onClose: () => void }) {
  const { t } = useTranslation('documents')
  const { message } = App.useApp()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const [note, setNote] = useState('')
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => withdrawDocument(kind, id, note),
    onSuccess: async ({ version }) => {
      void message.success(t('withdraw.done'))
      await navigate({ to: '/versions/$kind/$id/$version', params: { kind, id, version: String(version) } })
      await askAllAgain(queries)
    },
  })
  const effect = kind === 'scheme' || kind === 'incentive' || kind === 'dataset' ? t(`withdraw.effect.${kind}`) : t('withdraw.effect.other')
  return (
    <Modal
      open
      onCancel={onClose}
      title={t('withdraw.title', { name })}
      closable={{ 'aria-label': t('publish.close') }}
      footer={
        <>
          <Button onClick={onClose}>{t('publish.close')}</Button>
          <Button danger loading={isPending} disabled={note.trim() === ''} onClick={() => mutate()}>
            {t('withdraw')}
          </Button>
        </>
      }
    >
      <div className={styles['dialog']}>
        {error === null ? null : <ProblemView error={error} />}
        <p>{effect}</p>
        <p>{t('withdraw.stays')}</p>
        {kind === 'scheme' || kind === 'incentive' ? <p>{t('withdraw.until')}</p> : null}
        <FormField label={t('withdraw.note')} help={t('publish.noteHelp')} stacked>
          {(field) => <Input.TextArea {...field} value={note} onChange={(event) => setNote(event.target.value)} maxLength={500} autoSize={{ minRows: 2, maxRows: 5 }} />}
        </FormField>
      </div>
    </Modal>
  )
}
