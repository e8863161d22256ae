import { useQuery } from '@tanstack/react-query'
import { Button, Checkbox, Input, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { moved, textAt, valueAt, withValue } from '../../parts/documents/body.ts'
import { ChoiceAt, LocalAt, ProposedAt, TextAt, useFormDraft } from '../../parts/documents/fields.tsx'
import { vocabularyQuery } from '../../parts/documents/formula-names.ts'
import type { Body } from '../../parts/documents/queries.ts'
import { mistakeAt } from '../../parts/documents/use-draft.ts'
import { FormField } from '../../ui/FormField.tsx'
import styles from './datasets.module.css'
import { FIELD_TYPES, type FieldType, fieldRenamed, fieldsIn, withType } from './field.ts'

interface FieldRowProps {
  readonly id: string
  /** It is in force: records are kept by its name. */
  readonly fixed: boolean
  readonly first: boolean
  readonly last: boolean
}

/** One field of a dataset: its name, what it holds, whether it must be there; the rest unfolds. */
export function FieldRow({ id, fixed, first, last }: FieldRowProps) {
  const { t } = useTranslation('datasets')
  const draft = useFormDraft()
  const [open, setOpen] = useState(false)
  const body = draft.body ?? {}
  const fields = fieldsIn(body)
  const field = fields[id] ?? {}
  const put = (next: Body) => draft.change(withValue(body, ['fields', id], next))
  const order = (by: 1 | -1) => draft.change(withValue(body, ['fields'], moved(fields, id, by)))
  const type = textAt(field, ['type'])
  return (
    <li className={styles['field']} data-path={`fields.${id}`}>
      <div className={styles['fieldLine']}>
        <FieldName key={id} id={id} fixed={fixed} onChange={(next) => draft.change(fieldRenamed(body, id, next))} error={mistakeAt(draft, 'fields', id)} />
        <FormField label={t('field.type')} stacked>
          {(props) => (
            <Select
              {...props}
              style={{ width: '100%' }}
              value={FIELD_TYPES.find((each) => each === type) ?? null}
              options={FIELD_TYPES.map((value) => ({ value, label: t(`type.${value}`) }))}
              onChange={(next: FieldType) => put(withType(field, next))}
            />
          )}
        </FormField>
        <Checkbox
          checked={field['required'] === true}
          onChange={(event) => draft.change(withValue(withValue(body, ['fields', id], field), ['fields', id, 'required'], event.target.checked ? true : undefined))}
        >
          {t('field.required')}
        </Checkbox>
        <span className={styles['buttons']}>
          <Button size="small" aria-expanded={open} onClick={() => setOpen(!open)}>
            {t('field.more')}
          </Button>
          <Button size="small" disabled={first} aria-label={t('field.up', { id })} onClick={() => order(-1)}>
            ↑
          </Button>
          <Button size="small" disabled={last} aria-label={t('field.down', { id })} onClick={() => order(1)}>
            ↓
          </Button>
          <Button size="small" aria-label={t('field.removeOf', { id })} onClick={() => draft.change(withValue(body, ['fields', id], undefined))}>
            {t('field.remove')}
          </Button>
        </span>
      </div>
      {type === 'reference' || type === 'choice' || open ? (
        <div className={styles['form']}>
          <TypeFields id={id} type={type} open={open} />
        </div>
      ) : null}
    </li>
  )
}

/** A name is taken when the field is left; while it is typed it may be that of another. */
function FieldName({
  id,
  fixed,
  onChange,
  error,
}: {
  readonly id: string
  readonly fixed: boolean
  readonly onChange: (next: string) => void
  readonly error: string | undefined
}) {
  const { t } = useTranslation('datasets')
  const [typed, setTyped] = useState(id)
  return (
    <FormField label={t('field.id')} error={error} stacked>
      {(props) => (
        <Input
          {...props}
          value={fixed ? id : typed}
          disabled={fixed}
          {...(fixed ? { title: t('field.fixed') } : {})}
          onChange={(event) => setTyped(event.target.value)}
          onBlur={() => onChange(typed.trim())}
        />
      )}
    </FormField>
  )
}

function TypeFields({ id, type, open }: { readonly id: string; readonly type: string; readonly open: boolean }) {
  const { t } = useTranslation('datasets')
  const { data } = useQuery(vocabularyQuery)
  const at = (key: string) => ['fields', id, key]
  const units = [...(['day', 'percent'] as const).map((value) => ({ value, label: t(`unit.${value}`) })), ...(data?.units ?? []).map((u) => ({ value: u.id, label: u.name }))]
  return (
    <>
      {type === 'reference' ? (
        <ChoiceAt path={at('to')} label={t('field.to')} choices={(data?.datasets ?? []).filter((d) => !d.builtIn).map((d) => ({ value: d.id, label: d.name }))} required />
      ) : null}
      {type === 'reference' ? (
        <ChoiceAt
          path={at('missing')}
          label={t('field.missing')}
          usual="report"
          choices={(['report', 'reject'] as const).map((value) => ({ value, label: t(`missing.${value}`) }))}
        />
      ) : null}
      {type === 'choice' ? <Choices id={id} /> : null}
      {open && (type === 'integer' || type === 'decimal') ? <ProposedAt path={at('unit')} label={t('field.unit')} choices={units} /> : null}
      {open && type === 'money' ? <TextAt path={at('currency')} label={t('field.currency')} help={t('field.currencyHelp')} /> : null}
      {open && type === 'date' ? (
        <ChoiceAt
          path={at('dateOrder')}
          label={t('field.dateOrder')}
          choices={(['ymd', 'mdy', 'dmy'] as const).map((value) => ({ value, label: t(`dateOrder.${value}`) }))}
          clearable
        />
      ) : null}
      {open ? <LocalAt path={at('name')} zh={t('name.zh')} en={t('name.en')} /> : null}
      {open ? <TextAt path={at('column')} label={t('field.column')} help={t('field.columnHelp')} /> : null}
    </>
  )
}

function Choices({ id }: { readonly id: string }) {
  const { t } = useTranslation('datasets')
  const draft = useFormDraft()
  const found = valueAt(draft.body, ['fields', id, 'choices'])
  const choices = Array.isArray(found) ? found.map(String) : []
  return (
    <div data-path={`fields.${id}.choices`}>
      <FormField label={t('field.choices')} help={t('field.choicesHelp')} error={mistakeAt(draft, 'fields', id, 'choices')} required stacked>
        {(props) => (
          <Select
            {...props}
            mode="tags"
            style={{ width: '100%' }}
            value={choices}
            tokenSeparators={['，', ',', '、']}
            onChange={(next: string[]) => draft.change(withValue(draft.body ?? {}, ['fields', id, 'choices'], next.length === 0 ? undefined : next))}
          />
        )}
      </FormField>
    </div>
  )
}
