import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button, Drawer, Input, Upload } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PayAmount } from '../../ui/Figures.tsx'
import { FormField } from '../../ui/FormField.tsx'
import { ProblemView } from '../../ui/ProblemView.tsx'
import type { Column } from '../../ui/table/column.ts'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { useNarrow } from '../../ui/use-media.ts'
import styles from './pay-items.module.css'
import { type PayEdit, type PayPreview, previewPay, savePayItems } from './queries.ts'

/** A file of pay items: what it would change, then saved with a reason. */
export function PayImport({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('payItems')
  const narrow = useNarrow()
  const { mutate, data, error, isPending } = useMutation({ mutationFn: previewPay })
  return (
    <Drawer open onClose={onClose} title={t('import')} size={narrow ? '100%' : 720} closable={{ 'aria-label': t('close'), placement: 'end' }}>
      <div className={styles['form']}>
        <p>{t('import.note')}</p>
        <div>
          <Upload
            accept=".csv,.xlsx,.txt"
            showUploadList={false}
            beforeUpload={(file) => {
              mutate(file)
              return false
            }}
          >
            <Button loading={isPending}>{t(data === undefined ? 'import.choose' : 'import.other')}</Button>
          </Upload>
        </div>
        {error === null ? null : <ProblemView error={error} compact />}
        {data === undefined ? null : <Found key={data.file} preview={data} onClose={onClose} />}
      </div>
    </Drawer>
  )
}

/** Problems shown before the rest is left out. */
const SHOWN = 20

function Found({ preview, onClose }: { readonly preview: PayPreview; readonly onClose: () => void }) {
  const { t } = useTranslation('payItems')
  const { message } = App.useApp()
  const queries = useQueryClient()
  const [reason, setReason] = useState('')
  const { edits, problems, same, rows, file } = preview
  const mine = edits.filter((edit) => edit.writable)
  const { mutate, isPending, error } = useMutation({
    mutationFn: () =>
      savePayItems(
        mine.map(({ name: _name, writable: _writable, ...edit }): PayEdit => edit),
        reason,
      ),
    onSuccess: async ({ changed }) => {
      await queries.invalidateQueries({ queryKey: ['pay-items'] })
      onClose()
      void message.success(t('saved', { count: changed }))
    },
  })
  const errors = problems.filter((each) => each.severity === 'error').length
  return (
    <>
      <p role="status">{t('import.found', { file, rows, count: edits.length, same })}</p>
      {errors === 0 ? null : <p role="alert">{t('import.errors', { count: errors })}</p>}
      <ul className={styles['form']}>
        {problems.slice(0, SHOWN).map((each) => (
          <li key={`${each.code} ${each.place.line ?? ''} ${each.detail}`}>
            {each.detail} <span className={styles['quiet']}>{each.cure}</span>
          </li>
        ))}
      </ul>
      {mine.length === 0 ? null : <Differences edits={mine} />}
      {error === null ? null : <ProblemView error={error} compact />}
      <FormField label={t('reason')} help={t('reason.help')} required>
        {(field) => <Input {...field} value={reason} maxLength={500} onChange={(event) => setReason(event.target.value)} />}
      </FormField>
      <div>
        <Button type="primary" loading={isPending} disabled={mine.length === 0 || reason.trim() === ''} onClick={() => mutate()}>
          {t('import.do', { count: mine.length })}
        </Button>
      </div>
    </>
  )
}

function Differences({ edits }: { readonly edits: PayPreview['edits'] }) {
  const { t } = useTranslation('payItems')
  const columns: readonly Column<PayPreview['edits'][number]>[] = [
    { id: 'employee', title: t('person'), always: true, cell: (edit) => edit.name, text: (edit) => edit.name },
    { id: 'item', title: t('item'), cell: (edit) => edit.item, text: (edit) => edit.item },
    { id: 'from', title: t('from'), cell: (edit) => (edit.from === '' ? t('ever') : edit.from), text: (edit) => edit.from },
    { id: 'seen', title: t('before'), end: true, cell: (edit) => <PayAmount value={edit.seen} missing={t('none')} />, text: (edit) => edit.seen },
    { id: 'to', title: t('after'), end: true, cell: (edit) => <PayAmount value={edit.to} />, text: (edit) => edit.to },
  ]
  return <DataTable name="pay-edits" label={t('import')} columns={columns} rows={edits} rowKey={(edit) => JSON.stringify([edit.employee, edit.item, edit.from])} tools={false} />
}
