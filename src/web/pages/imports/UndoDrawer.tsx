import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, dataOf } from '../../api/client.ts'
import { JobProgress } from '../../parts/JobProgress.tsx'
import { AddressDrawer, useAddressParam } from '../../ui/AddressDrawer.tsx'
import { FormField } from '../../ui/FormField.tsx'
import { NotYet } from '../../ui/NotYet.tsx'
import { countText } from '../../ui/numbers.ts'
import { ProblemView } from '../../ui/ProblemView.tsx'
import styles from './imports.module.css'
import { type ImportRow, undoQuery } from './queries.ts'

/** What taking an import back would do, before it is done. */
export function UndoDrawer({ rows }: { readonly rows: readonly ImportRow[] | undefined }) {
  const { t } = useTranslation('data')
  const [asked] = useAddressParam('undo')
  const file = rows?.find((row) => String(row.import) === asked)?.file
  return (
    <AddressDrawer param="undo" title={file === undefined ? t('imports.undo') : t('undo.title', { file })}>
      {(id) => <Undo id={Number(id)} />}
    </AddressDrawer>
  )
}

interface Counts {
  readonly toDelete: number
  readonly toRestore: number
  readonly toReturn: number
}

function Undo({ id }: { readonly id: number }) {
  const { t } = useTranslation('data')
  const { message } = App.useApp()
  const queries = useQueryClient()
  const [, setUndo] = useAddressParam('undo')
  const [reason, setReason] = useState('')
  const query = useQuery(undoQuery(id))
  const { data } = query
  const start = useMutation({ mutationFn: () => dataOf(api.POST('/imports/{import}/undo', { params: { path: { import: String(id) } }, body: { reason } })) })
  if (data === undefined) return <NotYet query={query} lines={5} />
  const { kept, keptShown, toDelete, toRestore, toReturn } = data
  const over = (state: string) => {
    if (state !== 'done') return
    void message.success(t('undo.done'))
    void queries.invalidateQueries({ queryKey: ['imports'] })
    void queries.invalidateQueries({ queryKey: ['datasets'] })
    setUndo(undefined)
  }
  return (
    <div className={styles['undo']}>
      <Effect of={data} />
      {kept === 0 ? null : (
        <div>
          <p>{t('undo.kept', { count: kept })}</p>
          <ul className={styles['notices']}>
            {keptShown.map(({ key, deleted }) => (
              <li key={`${key} ${deleted}`}>{deleted ? t('undo.keptDeleted', { key }) : key}</li>
            ))}
            {kept > keptShown.length ? <li>{t('undo.more', { count: kept - keptShown.length })}</li> : null}
          </ul>
        </div>
      )}
      {start.error === null ? null : <ProblemView error={start.error} compact />}
      {start.data === undefined ? (
        <>
          <FormField label={t('record.reason')} required>
            {(field) => <Input {...field} value={reason} onChange={(event) => setReason(event.target.value)} maxLength={500} />}
          </FormField>
          <div>
            <Button danger disabled={reason.trim() === '' || data.undone || toDelete + toRestore + toReturn === 0} loading={start.isPending} onClick={() => start.mutate()}>
              {t('undo.confirm')}
            </Button>
          </div>
        </>
      ) : (
        <JobProgress id={start.data.job} onOver={(job) => over(job.state)} />
      )}
    </div>
  )
}

/** What becomes of how many records; what none is concerned by is left out. */
function Effect({ of: { toDelete, toRestore, toReturn } }: { readonly of: Counts }) {
  const { t } = useTranslation('data')
  const parts = (
    [
      ['undo.deletes', toDelete],
      ['undo.restores', toRestore],
      ['undo.returns', toReturn],
    ] as const
  ).filter(([, count]) => count > 0)
  if (parts.length === 0) return <p>{t('undo.nothing')}</p>
  return (
    <>
      <p>{t('undo.effect')}</p>
      <ul className={styles['notices']}>
        {parts.map(([what, count]) => (
          <li key={what}>{t(what, { count, rows: countText(count) })}</li>
        ))}
      </ul>
      <p>{t('undo.versions')}</p>
    </>
  )
}
