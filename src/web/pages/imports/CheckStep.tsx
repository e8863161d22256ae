import { useMutation, useQuery } from '@tanstack/react-query'
import { Button, Input, Select } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { FormField } from '../../ui/FormField.tsx'
import { Page, Section } from '../../ui/Page.tsx'
import { ProblemView } from '../../ui/ProblemView.tsx'
import { ProblemError, problemOf } from '../../ui/problem.ts'
import { Lines } from '../../ui/Skeletons.tsx'
import type { ImportDataset } from './dataset.ts'
import styles from './imports.module.css'
import { PreviewTable } from './PreviewTable.tsx'
import { type Choices, type Preview, previewQuery, startImport, type Upload } from './queries.ts'

interface CheckStepProps extends ChoosingProps {
  readonly dataset: ImportDataset
  readonly upload: Upload
  readonly onStart: (job: string) => void
  readonly other: ReactNode
}

/** Columns and first rows as they will be read; everything that can be chosen shows its effect at once. */
export function CheckStep({ dataset, upload, choices, onChoices, onStart, other }: CheckStepProps) {
  const { t } = useTranslation('data')
  const { data: preview, error, isPlaceholderData } = useQuery(previewQuery(upload.upload, choices))
  const start = useMutation({ mutationFn: () => startImport(upload.upload, choices), onSuccess: ({ job }) => onStart(job) })
  // Not while it is only asked for again, as after every run: a button that is off for a moment swallows the click of that moment.
  const ready = preview !== undefined && preview.problems.length === 0 && !isPlaceholderData && error === null
  const actions = (
    <>
      {other}
      <Button type="primary" disabled={!ready} loading={start.isPending} onClick={() => start.mutate()}>
        {t('wizard.start')}
      </Button>
    </>
  )
  return (
    <Page title={t('wizard.title', { dataset: dataset.name })} sentence={t('wizard.sentence.check', { file: upload.name })} actions={actions}>
      {start.error === null ? null : <ProblemView error={start.error} compact />}
      {error === null ? null : <PreviewProblem error={error} />}
      <Options choices={choices} upload={upload} preview={preview} onChoices={onChoices} />
      {preview === undefined ? (
        error === null ? (
          <Lines count={8} />
        ) : null
      ) : (
        <>
          <Mapping dataset={dataset} preview={preview} choices={choices} onChoices={onChoices} />
          <Section title={t('wizard.preview')} note={t('wizard.preview.note')}>
            <PreviewTable dataset={dataset} preview={preview} />
          </Section>
        </>
      )}
    </Page>
  )
}

/** The cure of the server names a key of a plan folder; here there is a field for it. */
const SHEET_CODES = ['import.xlsx-no-sheet', 'import.xlsx-empty']

function PreviewProblem({ error }: { readonly error: unknown }) {
  const { t } = useTranslation('data')
  const problem = problemOf(error)
  return <ProblemView error={SHEET_CODES.includes(problem.code) ? new ProblemError({ ...problem, cure: t('wizard.sheetCure') }, error) : error} />
}

interface ChoosingProps {
  readonly choices: Choices
  readonly onChoices: (choices: Choices) => void
}

const ENCODINGS = ['utf-8', 'gb18030', 'utf-16le'] as const

/** `auto` and anything unknown: found out. */
function withEncoding(choices: Choices, chosen: string): Choices {
  const encoding = ENCODINGS.find((each) => each === chosen)
  return encoding === undefined ? choices : { ...choices, encoding }
}

/** Also of a workbook whose preview was refused: the field is how that is mended. */
function isWorkbook(preview: Preview | undefined, choices: Choices, { name }: Upload): boolean {
  return preview === undefined ? choices.sheet !== undefined || /\.xls[xm]$/i.test(name) : preview.encoding === 'xlsx'
}

function Options({ choices, upload, preview, onChoices }: ChoosingProps & { readonly upload: Upload; readonly preview: Preview | undefined }) {
  const { t } = useTranslation('data')
  const { encoding, sheet: _sheet, ...others } = choices
  const modes = (['merge', 'complete', 'delete'] as const).map((value) => ({ value, label: t(`mode.${value}`) }))
  const ways = (['reject', 'skip'] as const).map((value) => ({ value, label: t(`onError.${value}`) }))
  const found = { value: 'auto' as const, label: t('encoding.auto', { found: preview?.encoding ?? '' }) }
  return (
    <Section title={t('wizard.options')}>
      <div className={styles['options']}>
        <FormField label={t('wizard.mode')}>{({ id }) => <Select id={id} value={choices.mode} options={modes} onChange={(mode) => onChoices({ ...choices, mode })} />}</FormField>
        <FormField label={t('wizard.onError')}>
          {({ id }) => (
            <Select
              id={id}
              value={choices.mode === 'complete' ? 'reject' : choices.onError}
              options={ways}
              disabled={choices.mode === 'complete'}
              onChange={(onError) => onChoices({ ...choices, onError })}
            />
          )}
        </FormField>
        {isWorkbook(preview, choices, upload) ? (
          <FormField label={t('wizard.sheet')} help={t('wizard.sheetHelp')}>
            {(field) => (
              <Input
                {...field}
                defaultValue={choices.sheet ?? ''}
                onBlur={({ target }) => onChoices(target.value.trim() === '' ? others : { ...others, sheet: target.value.trim() })}
              />
            )}
          </FormField>
        ) : (
          <FormField label={t('wizard.encoding')}>
            {({ id }) => (
              <Select
                id={id}
                value={encoding ?? 'auto'}
                options={[found, ...ENCODINGS.map((value) => ({ value, label: value === 'gb18030' ? 'GBK / GB18030' : value.toUpperCase() }))]}
                onChange={(chosen) => onChoices(withEncoding(others, chosen))}
              />
            )}
          </FormField>
        )}
      </div>
    </Section>
  )
}

function Mapping({ dataset, preview, choices, onChoices }: ChoosingProps & { readonly dataset: ImportDataset; readonly preview: Preview }) {
  const { t } = useTranslation('data')
  const columns = [...new Set(preview.columns)].filter((column) => column.trim() !== '').map((column) => ({ value: column, label: column }))
  const problemOf = (field: string) => preview.problems.find((p) => p.params['field'] === field)?.detail
  const general = preview.problems.filter((p) => p.params['field'] === undefined)
  return (
    <Section title={t('wizard.mapping')} note={t('wizard.mapping.note')}>
      {general.map((p) => (
        <p key={p.detail} role="alert">{`${p.detail} ${p.cure}`}</p>
      ))}
      <div className={styles['mapping']}>
        {dataset.fields.map((field) => (
          <FormField key={field.field} label={field.name} required={field.required} error={problemOf(field.field)}>
            {({ id, status }) => (
              <Select
                id={id}
                {...(status === undefined ? {} : { status })}
                value={preview.mapping[field.field] ?? null}
                placeholder={t('wizard.notInFile')}
                options={columns}
                showSearch={{ optionFilterProp: 'label' }}
                onChange={(column) => onChoices({ ...choices, columns: { ...choices.columns, [field.field]: column ?? '' } })}
              />
            )}
          </FormField>
        ))}
      </div>
    </Section>
  )
}
