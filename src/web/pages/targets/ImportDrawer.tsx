import { useMutation } from '@tanstack/react-query'
import { Button, Drawer, Upload } from 'antd'
import { useTranslation } from 'react-i18next'
import { ProblemView } from '../../ui/ProblemView.tsx'
import { useNarrow } from '../../ui/use-media.ts'
import { EditList } from './EditList.tsx'
import type { Edit, SheetAction } from './edits.ts'
import { type FilePreview, previewFile } from './queries.ts'
import styles from './targets.module.css'

interface ImportDrawerProps {
  readonly change: (action: SheetAction) => void
  readonly onClose: () => void
}

/** A file of targets: what it would change, before it is taken over into the sheet. Saving follows as for what is typed. */
export function ImportDrawer({ change, onClose }: ImportDrawerProps) {
  const { t } = useTranslation('targets')
  const narrow = useNarrow()
  const { mutate, data, error, isPending } = useMutation({ mutationFn: previewFile })
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
        {data === undefined ? null : (
          <Found
            preview={data}
            onTake={(edits) => {
              change({ type: 'type', cells: edits })
              onClose()
            }}
          />
        )}
      </div>
    </Drawer>
  )
}

/** Problems shown before the rest is only counted. */
const SHOWN = 20

function Found({ preview, onTake }: { readonly preview: FilePreview; readonly onTake: (edits: readonly Edit[]) => void }) {
  const { t } = useTranslation('targets')
  const { edits, problems, same, rows, file } = preview
  const errors = problems.filter((each) => each.severity === 'error')
  const names = new Map(edits.map((edit) => [edit.employee, edit.name]))
  // The server has read the figures already: a percent sign would be no news.
  const mine = edits.filter((edit) => edit.writable).map(({ name: _name, writable: _writable, ...edit }): Edit => ({ ...edit, percent: false }))
  return (
    <>
      <p role="status">{t('import.found', { file, rows, count: edits.length, same })}</p>
      {errors.length === 0 ? null : <p role="alert">{t('import.errors', { count: errors.length })}</p>}
      {problems.length === 0 ? null : (
        <ul className={styles['list']}>
          {problems.slice(0, SHOWN).map((each) => (
            <li key={`${each.code} ${each.place.line ?? ''} ${each.detail}`}>
              {each.place.line === undefined || each.detail.includes(String(each.place.line)) ? '' : `${t('import.line', { line: each.place.line })} `}
              {each.detail} <span className={styles['quiet']}>{each.cure}</span>
            </li>
          ))}
        </ul>
      )}
      {edits.length === mine.length ? null : <p role="alert">{t('import.notMine', { count: edits.length - mine.length })}</p>}
      {edits.length === 0 ? null : <EditList edits={mine} nameOf={({ employee, measure }) => ({ employee: names.get(employee) ?? employee, measure })} />}
      <div>
        <Button type="primary" disabled={mine.length === 0} onClick={() => onTake(mine)}>
          {t('import.take', { count: mine.length })}
        </Button>
      </div>
    </>
  )
}
