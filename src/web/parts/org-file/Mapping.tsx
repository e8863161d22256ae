import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { FormField } from '../../ui/FormField.tsx'
import { Section } from '../../ui/Page.tsx'
import styles from './org-file.module.css'
import type { FilePreview, Kind } from './queries.ts'
import { useFieldName } from './words.ts'

interface MappingProps {
  readonly kind: Kind
  readonly preview: FilePreview
  readonly onColumn: (field: string, column: string) => void
}

/** Which column of the file is what. */
export function Mapping({ kind, preview, onColumn }: MappingProps) {
  const { t } = useTranslation('orgFile')
  const fieldName = useFieldName(kind)
  // A template such as {first} {last} was found out, and stays a choice.
  const choices = (own: string | undefined) => [...new Set([...preview.columns, ...(own === undefined ? [] : [own])])].map((column) => ({ value: column, label: column }))
  return (
    <Section title={t('mapping')} note={t('mappingNote')}>
      <div className={styles['fields']}>
        {preview.fields.map(({ field }) => (
          <FormField key={field} label={fieldName(field)} required={field === 'id'}>
            {({ id }) => (
              <Select
                id={id}
                value={preview.mapping[field] ?? null}
                placeholder={t('notInFile')}
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
