import { useMutation } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Button, Input } from 'antd'
import { type FormEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { beginDraft } from '../../parts/documents/queries.ts'
import { useLang } from '../../text/lang.ts'
import { FormField } from '../../ui/FormField.tsx'
import { Page, Section } from '../../ui/Page.tsx'
import { ProblemView } from '../../ui/ProblemView.tsx'
import styles from './datasets.module.css'
import { guessDataset, keepFile } from './guess.ts'

/** A dataset begins with a file, whose columns become its fields, or with a name. */
export function NewDatasetPage() {
  const { t } = useTranslation('datasets')
  return (
    <Page title={t('new')} sentence={t('new.sentence')} width="narrow">
      <div>
        <Link to="/data">{t('back')}</Link>
      </div>
      <FromFile />
      <FromName />
    </Page>
  )
}

function FromFile() {
  const { t } = useTranslation('datasets')
  const navigate = useNavigate()
  const input = useRef<HTMLInputElement>(null)
  const { mutate, isPending, error } = useMutation({
    mutationFn: async (file: File) => {
      const { body } = await guessDataset(file)
      await beginDraft('dataset', body.dataset, body)
      keepFile(body.dataset, file)
      return body.dataset
    },
    onSuccess: (dataset) => void navigate({ to: '/data/$dataset/edit', params: { dataset }, search: (before: object) => before }),
  })
  return (
    <Section title={t('file')} note={t('file.note')}>
      {error === null ? null : <ProblemView error={error} compact />}
      <div>
        <input
          ref={input}
          type="file"
          accept=".csv,.txt,.tsv,.xlsx"
          className="visually-hidden"
          tabIndex={-1}
          aria-label={t('file.choose')}
          onChange={({ target }) => {
            const [file] = target.files ?? []
            if (file !== undefined) mutate(file)
            // The same file, mended, may be chosen again.
            target.value = ''
          }}
        />
        <Button type="primary" loading={isPending} onClick={() => input.current?.click()}>
          {t('file.choose')}
        </Button>
      </div>
    </Section>
  )
}

function FromName() {
  const { t } = useTranslation('datasets')
  const lang = useLang()
  const navigate = useNavigate()
  const [name, setName] = useState('')
  const id = name
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]+/gu, '_')
    .replace(/^_+|_+$/g, '')
  const key = t('key.first')
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => beginDraft('dataset', id, { dataset: id, name: { [lang]: name.trim() }, key: [key], fields: { [key]: { type: 'text', required: true } } }),
    onSuccess: () => void navigate({ to: '/data/$dataset/edit', params: { dataset: id }, search: (before: object) => before }),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (id !== '') mutate()
  }
  return (
    <Section title={t('blank')} note={t('blank.note')}>
      <form className={styles['stack']} onSubmit={submit} noValidate>
        {error === null ? null : <ProblemView error={error} compact />}
        <FormField label={t('name')} required>
          {(field) => <Input {...field} value={name} onChange={(event) => setName(event.target.value)} maxLength={40} />}
        </FormField>
        <div>
          <Button htmlType="submit" loading={isPending} disabled={id === ''}>
            {t('new.begin')}
          </Button>
        </div>
      </form>
    </Section>
  )
}
