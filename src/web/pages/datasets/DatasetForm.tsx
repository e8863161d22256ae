import { Button, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { valueAt, withValue } from '../../parts/documents/body.ts'
import shared from '../../parts/documents/document-page.module.css'
import { ChoiceAt, LocalAt, ProposedAt, TextAt, useFormDraft } from '../../parts/documents/fields.tsx'
import { freeName } from '../../parts/documents/KeyInput.tsx'
import type { Body } from '../../parts/documents/queries.ts'
import { mistakeAt } from '../../parts/documents/use-draft.ts'
import { useRowKeys } from '../../parts/use-row-keys.ts'
import { FormField } from '../../ui/FormField.tsx'
import { Section } from '../../ui/Page.tsx'
import { CreditSection } from './CreditSection.tsx'
import styles from './datasets.module.css'
import { FieldRow } from './FieldRow.tsx'
import { fieldsIn } from './field.ts'
import { useDatasetPaths } from './paths.ts'

/** The whole document of a dataset as fields. */
export function DatasetForm() {
  const { t } = useTranslation('datasets')
  const draft = useFormDraft()
  const { body = {}, published } = draft
  const fields = fieldsIn(body)
  const ids = Object.keys(fields)
  const { keys } = useRowKeys(ids)
  const add = () => draft.change(withValue(body, ['fields', freeName(ids, t('field.new'))], { type: 'text' }))
  const before = published === null ? {} : fieldsIn(published.body)
  return (
    <>
      <Section title={t('about')}>
        <div className={shared['form']}>
          <LocalAt path={['name']} zh={t('name.zh')} en={t('name.en')} />
          {published === null ? <TextAt path={['dataset']} label={t('id')} help={t('id.help')} required /> : null}
          <LocalAt path={['description']} zh={t('description.zh')} en={t('description.en')} multiline />
        </div>
      </Section>
      <Section title={t('fields')} note={t('fields.note')}>
        <ol className={styles['fields']} data-path="fields">
          {ids.map((id, i) => (
            <FieldRow key={keys[i]} id={id} fixed={Object.hasOwn(before, id)} first={i === 0} last={i === ids.length - 1} />
          ))}
        </ol>
        <div>
          <Button onClick={add}>{t('field.add')}</Button>
        </div>
      </Section>
      <CreditSection />
      <Section title={t('meaning')} note={t('meaning.note')}>
        <div className={shared['form']}>
          <Key fields={fields} />
          <Days body={body} />
          <ChoiceAt path={['onError']} label={t('onError')} usual="reject" choices={(['reject', 'skip'] as const).map((value) => ({ value, label: t(`onError.${value}`) }))} />
        </div>
      </Section>
    </>
  )
}

/** What tells records apart: some fields together, or the whole row. */
function Key({ fields }: { readonly fields: Readonly<Record<string, Body>> }) {
  const { t } = useTranslation('datasets')
  const draft = useFormDraft()
  const found = valueAt(draft.body, ['key'])
  const key = Array.isArray(found) ? found.map(String) : []
  return (
    <div data-path="key">
      <FormField label={t('key')} help={t('key.help')} error={mistakeAt(draft, 'key')} required stacked>
        {(field) => (
          <Select
            {...field}
            mode="multiple"
            style={{ width: '100%' }}
            placeholder={t('key.row')}
            value={key}
            options={Object.keys(fields).map((value) => ({ value, label: value }))}
            onChange={(next: string[]) => draft.change(withValue(draft.body ?? {}, ['key'], next.length === 0 ? 'row' : next))}
          />
        )}
      </FormField>
    </div>
  )
}

/** On which day a record counts, and from which day a version of it is valid. */
function Days({ body }: { readonly body: Body }) {
  const { t } = useTranslation('datasets')
  const { own, reached } = useDatasetPaths(body)
  return (
    <>
      <ProposedAt path={['date']} label={t('date')} help={t('date.help')} choices={reached(['date', 'timestamp'])} />
      <ChoiceAt path={['effective']} label={t('effective')} help={t('effective.help')} choices={own(['date'])} clearable />
    </>
  )
}
