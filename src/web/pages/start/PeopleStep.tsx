import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Select } from 'antd'
import { useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FormField } from '../../ui/FormField.tsx'
import { countText } from '../../ui/numbers.ts'
import { Section } from '../../ui/Page.tsx'
import { ProblemView } from '../../ui/ProblemView.tsx'
import { Lines } from '../../ui/Skeletons.tsx'
import type { Column } from '../../ui/table/column.ts'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { NextLink } from './NextLink.tsx'
import { importPeople, type PeoplePreview, type PersonField, previewPeople, templateFile, templatesQuery } from './queries.ts'
import styles from './start.module.css'
import { fileOf } from './steps.ts'

type Columns = Readonly<Partial<Record<PersonField, string>>>

/** People from a file: chosen, looked at, imported. */
export function PeopleStep() {
  const { t } = useTranslation('start')
  const queries = useQueryClient()
  const [file, setFile] = useState<File>()
  const [columns, setColumns] = useState<Columns>({})
  const {
    data: preview,
    error,
    isFetching,
  } = useQuery({
    queryKey: ['people', 'preview', file?.name, file?.size, file?.lastModified, columns],
    queryFn: () => (file === undefined ? null : previewPeople(file, columns)),
    enabled: file !== undefined,
    placeholderData: (before) => before,
    staleTime: 0,
  })
  const {
    mutate,
    isPending,
    error: refused,
    data: report,
    reset,
  } = useMutation({
    mutationFn: (chosen: File) => importPeople(chosen, columns),
    onSuccess: () => queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' }),
  })
  const choose = (chosen: File | undefined) => {
    if (chosen === undefined) return
    reset()
    setColumns({})
    setFile(chosen)
  }
  if (report !== undefined) {
    const counts = { given: countText(report.given), added: countText(report.added), changes: countText(report.changes) }
    return (
      <Section title={t('step.people')}>
        <p role="status">{t('people.done', counts)}</p>
        <NextLink step="records" />
      </Section>
    )
  }
  return (
    <Section title={t('step.people')} note={t('people.note')}>
      <ChooseFile busy={isFetching} again={file !== undefined} onFile={choose} />
      {error === null ? null : <ProblemView error={error} />}
      {file === undefined || error !== null ? null : preview === undefined || preview === null ? (
        <Lines count={6} />
      ) : (
        <>
          <Effect preview={preview} />
          <Mapping preview={preview} onColumn={(field, column) => setColumns({ ...columns, [field]: column })} />
          <PreviewRows preview={preview} />
          {refused === null ? null : <ProblemView error={refused} />}
          <div>
            <Button type="primary" disabled={preview.errors > 0 || preview.given === 0 || isFetching} loading={isPending} onClick={() => mutate(file)}>
              {t('people.import')}
            </Button>
          </div>
        </>
      )}
    </Section>
  )
}

function ChooseFile({ busy, again, onFile }: { readonly busy: boolean; readonly again: boolean; readonly onFile: (file: File | undefined) => void }) {
  const { t } = useTranslation('start')
  const input = useRef<HTMLInputElement>(null)
  const { data: templates } = useQuery(templatesQuery)
  const empty = fileOf(templates?.items ?? [], 'people.csv')
  return (
    <div className={styles['file']}>
      <input
        ref={input}
        type="file"
        accept=".csv,.txt,.tsv,.xlsx"
        className="visually-hidden"
        tabIndex={-1}
        aria-label={t('people.choose')}
        onChange={({ target }) => {
          onFile(target.files?.[0])
          target.value = ''
        }}
      />
      <Button type={again ? 'default' : 'primary'} loading={busy} onClick={() => input.current?.click()}>
        {busy ? t('people.reading') : t(again ? 'people.other' : 'people.choose')}
      </Button>
      {empty === undefined || again ? null : (
        <a href={templateFile(empty.template, empty.name)} download>
          {t('people.template')}
        </a>
      )}
    </div>
  )
}

/** What importing would do, or what must be mended first. */
function Effect({ preview }: { readonly preview: PeoplePreview }) {
  const { t } = useTranslation('start')
  const { given, added, changes, unitsAdded, findings, errors, warnings } = preview
  const more = errors + warnings - findings.length
  return (
    <>
      {errors > 0 ? null : <p role="status">{t('people.effect', { given: countText(given), added: countText(added), changes: countText(changes) })}</p>}
      {unitsAdded.length === 0 ? null : <p>{t('people.units', { units: unitsAdded.join(t('template.and')) })}</p>}
      {findings.length === 0 ? null : (
        <Section title={t('people.findings')}>
          <ul className={styles['findings']}>
            {findings.map((f) => (
              <li key={`${f.code} ${f.place.line ?? ''} ${f.detail}`}>
                {f.place.line === undefined ? `${f.detail} ${f.cure}` : t('people.at', { line: f.place.line, detail: f.detail, cure: f.cure })}
              </li>
            ))}
            {more > 0 ? <li>{t('people.more', { count: more })}</li> : null}
          </ul>
        </Section>
      )}
    </>
  )
}

function Mapping({ preview, onColumn }: { readonly preview: PeoplePreview; readonly onColumn: (field: PersonField, column: string) => void }) {
  const { t } = useTranslation('start')
  // A template such as {first} {last} was found out, and stays a choice.
  const choices = (own: string | undefined) => [...new Set([...preview.columns, ...(own === undefined ? [] : [own])])].map((column) => ({ value: column, label: column }))
  return (
    <Section title={t('people.mapping')} note={t('people.mappingNote')}>
      <div className={styles['fields']}>
        {preview.fields.map(({ field }) => (
          <FormField key={field} label={t(`field.${field}`)} required={field === 'id'}>
            {({ id }) => (
              <Select
                id={id}
                value={preview.mapping[field] ?? null}
                placeholder={t('people.notInFile')}
                options={choices(preview.mapping[field])}
                showSearch={{ optionFilterProp: 'label' }}
                allowClear
                onChange={(column) => onColumn(field, column ?? '')}
              />
            )}
          </FormField>
        ))}
      </div>
    </Section>
  )
}

type Row = PeoplePreview['rows'][number]

function PreviewRows({ preview }: { readonly preview: PeoplePreview }) {
  const { t } = useTranslation('start')
  const columns = useMemo<readonly Column<Row>[]>(
    () => [
      { id: '_line', title: t('people.line'), width: 64, end: true, always: true, cell: (row) => row.line },
      ...preview.fields
        .filter(({ field }) => field in preview.mapping)
        .map(({ field }): Column<Row> => ({ id: field, title: t(`field.${field}`), always: true, cell: (row) => row.cells[field] ?? '' })),
    ],
    [t, preview],
  )
  if (preview.rows.length === 0) return null
  return (
    <Section title={t('people.preview')}>
      <DataTable name="people-preview" label={t('people.preview')} columns={columns} rows={preview.rows} rowKey={(row) => String(row.line)} tools={false} />
    </Section>
  )
}
