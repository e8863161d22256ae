import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button, Drawer, Input } from 'antd'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FormField } from '../../ui/FormField.tsx'
import { ProblemView } from '../../ui/ProblemView.tsx'
import { problemOf } from '../../ui/problem.ts'
import { useNarrow } from '../../ui/use-media.ts'
import { Conflict } from './Conflict.tsx'
import { EditList, type NameOf } from './EditList.tsx'
import { badEdits, type Edit, editKey, type Sheet, type SheetAction } from './edits.ts'
import { saveTargets } from './queries.ts'
import styles from './targets.module.css'

interface SaveDrawerProps {
  readonly sheet: Sheet
  readonly change: (action: SheetAction) => void
  readonly nameOf: NameOf
  readonly onClose: () => void
}

/** Everything that is changed, shown before it is saved as one command with a reason. */
export function SaveDrawer({ sheet, change, nameOf, onClose }: SaveDrawerProps) {
  const { t } = useTranslation('targets')
  const narrow = useNarrow()
  const [reason, setReason] = useState('')
  const edits = [...sheet.edits.values()]
  const bad = badEdits(sheet.edits)
  const { mutate, isPending, error, reset } = useSave({ edits, reason, change, onClose })
  const problem = error === null ? null : problemOf(error)
  const conflict = problem?.status === 412 ? problem : null
  const submit = (event: FormEvent) => {
    event.preventDefault()
    mutate()
  }
  return (
    <Drawer open onClose={onClose} title={t('save.title')} size={narrow ? '100%' : 640} closable={{ 'aria-label': t('close'), placement: 'end' }}>
      <form className={styles['form']} onSubmit={submit} noValidate>
        {bad.length === 0 ? null : <p role="alert">{t('save.bad', { count: bad.length })}</p>}
        {error === null || conflict !== null ? null : <ProblemView error={error} compact />}
        {conflict === null ? null : <Conflict problem={conflict} edits={edits} nameOf={nameOf} change={change} onDone={reset} />}
        <EditList edits={edits} nameOf={nameOf} />
        <FormField label={t('reason')} help={t('reason.help')} required>
          {(field) => <Input {...field} value={reason} maxLength={500} onChange={(event) => setReason(event.target.value)} />}
        </FormField>
        <div className={styles['buttons']}>
          <Button type="primary" htmlType="submit" loading={isPending} disabled={reason.trim() === '' || bad.length > 0 || edits.length === 0 || conflict !== null}>
            {t('save.do', { count: edits.length })}
          </Button>
          <Button onClick={onClose}>{t('cancel')}</Button>
        </div>
      </form>
    </Drawer>
  )
}

function useSave({
  edits,
  reason,
  change,
  onClose,
}: {
  readonly edits: readonly Edit[]
  readonly reason: string
  readonly change: SaveDrawerProps['change']
  readonly onClose: () => void
}) {
  const { t } = useTranslation('targets')
  const { message } = App.useApp()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: () => saveTargets(edits, reason),
    onSuccess: async ({ cells, warnings }) => {
      // The matrix comes first: else the old figures show for a moment.
      await queries.invalidateQueries({ queryKey: ['targets'] })
      change({ type: 'drop', keys: edits.map(editKey) })
      onClose()
      void message.success(t('saved', { count: cells }))
      const [first] = warnings
      if (first !== undefined) void message.warning(`${first.detail} ${first.cure}`, 8)
    },
  })
}
