import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../api/client.ts'
import { FormField } from '../../ui/FormField.tsx'
import { ProblemView } from '../../ui/ProblemView.tsx'
import styles from './data.module.css'
import type { RecordDetail } from './queries.ts'

/** Says what deleting does before it asks, and wants a reason. */
export function DeleteRecord({ record, onClose }: { readonly record: RecordDetail; readonly onClose: () => void }) {
  const { t } = useTranslation('data')
  const { message } = App.useApp()
  const queries = useQueryClient()
  const [reason, setReason] = useState('')
  const { id, dataset, change, label } = record
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => api.POST('/datasets/{dataset}/records/{record}/delete', { params: { path: { dataset, record: id } }, body: { reason, change } }),
    onSuccess: async () => {
      void message.success(t('record.deleted'))
      await queries.invalidateQueries({ queryKey: ['datasets'] })
      onClose()
    },
  })
  return (
    <Modal
      open
      title={`${t('record.delete')} ${label}`}
      okText={t('record.delete')}
      cancelText={t('record.cancel')}
      okButtonProps={{ danger: true, disabled: reason.trim() === '', loading: isPending }}
      onOk={() => mutate()}
      onCancel={onClose}
    >
      <div className={styles['form']}>
        <p>{t('record.deleteEffect')}</p>
        {error === null ? null : <ProblemView error={error} compact />}
        <FormField label={t('record.reason')} help={t('record.reasonHelp')} required>
          {(field) => <Input {...field} value={reason} onChange={(event) => setReason(event.target.value)} maxLength={500} />}
        </FormField>
      </div>
    </Modal>
  )
}
