import { Button, Checkbox, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { moved, textAt, withValue } from '../../parts/documents/body.ts'
import shared from '../../parts/documents/document-page.module.css'
import { useFormDraft } from '../../parts/documents/fields.tsx'
import { KeyInput } from '../../parts/documents/KeyInput.tsx'
import type { Body } from '../../parts/documents/queries.ts'
import { mistakeAt } from '../../parts/documents/use-draft.ts'
import { FormField } from '../../ui/FormField.tsx'
import styles from './datasets.module.css'
import { FIELD_TYPES, type FieldType, fieldRenamed, fieldsIn, withType } from './field.ts'
import { TypeFields } from './TypeFields.tsx'

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
        <KeyInput
          label={t('field.id')}
          value={id}
          taken={Object.keys(fields)}
          fixed={fixed ? t('field.fixed') : undefined}
          onChange={(next) => draft.change(fieldRenamed(body, id, next))}
          error={mistakeAt(draft, 'fields', id)}
        />
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
        <div className={shared['form']}>
          <TypeFields id={id} type={type} open={open} />
        </div>
      ) : null}
    </li>
  )
}
