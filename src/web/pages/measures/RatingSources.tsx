import { Button, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { renamed, valueAt, withValue } from '../../parts/documents/body.ts'
import { FormulaAt, TextAt, useFormDraft } from '../../parts/documents/fields.tsx'
import type { Vocabulary } from '../../parts/documents/formula-names.ts'
import type { Body } from '../../parts/documents/queries.ts'
import { FormField } from '../../ui/FormField.tsx'
import styles from './measures.module.css'

/** Who rates, and how much each counts: together a hundred. */
export function RatingSources({ words }: { readonly words: Vocabulary | undefined }) {
  const { t } = useTranslation('measures')
  const draft = useFormDraft()
  const found = valueAt(draft.body, ['sources'])
  const sources = typeof found === 'object' && found !== null ? (found as Body) : {} // Looked: a map.
  const put = (next: Body) => draft.change(withValue(draft.body ?? {}, ['sources'], next))
  const dataset = typeof draft.body?.['dataset'] === 'string' ? draft.body['dataset'] : words?.datasets.find((d) => d.id === 'ratings')?.id
  const names = Object.keys(sources)
  return (
    <div className={styles['sources']} data-path="sources">
      {names.map((name, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a source keeps its place while its name is typed.
        <div key={i} className={styles['source']}>
          <SourceName key={name} name={name} onChange={(next) => put(renamed(sources, name, next))} />
          <TextAt path={['sources', name, 'weight']} label={t('field.weight')} required />
          <FormulaAt path={['sources', name, 'filter']} label={t('field.filter')} level="record" {...(dataset === undefined ? {} : { dataset })} />
          <Button onClick={() => put(Object.fromEntries(Object.entries(sources).filter(([each]) => each !== name)))}>{t('sources.remove')}</Button>
        </div>
      ))}
      <div>
        <Button onClick={() => put({ ...sources, [freeName(names, t('sources.name'))]: { weight: names.length === 0 ? '100' : '0' } })}>{t('sources.add')}</Button>
      </div>
    </div>
  )
}

/** A name is taken when the field is left: while it is typed it may be that of another source. */
function SourceName({ name, onChange }: { readonly name: string; readonly onChange: (next: string) => void }) {
  const { t } = useTranslation('measures')
  const [typed, setTyped] = useState(name)
  return (
    <FormField label={t('sources.name')} required stacked>
      {(field) => <Input {...field} value={typed} onChange={(event) => setTyped(event.target.value)} onBlur={() => onChange(typed.trim())} />}
    </FormField>
  )
}

function freeName(taken: readonly string[], word: string): string {
  for (let i = taken.length + 1; ; i += 1) if (!taken.includes(`${word}${i}`)) return `${word}${i}`
}
