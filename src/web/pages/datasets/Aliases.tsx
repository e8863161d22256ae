import { Button, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { renamed, textAt, valueAt, withValue } from '../../parts/documents/body.ts'
import { useFormDraft } from '../../parts/documents/fields.tsx'
import { freeName, KeyInput } from '../../parts/documents/KeyInput.tsx'
import type { Body } from '../../parts/documents/queries.ts'
import { mistakeAt } from '../../parts/documents/use-draft.ts'
import { FormField } from '../../ui/FormField.tsx'
import styles from './datasets.module.css'

/** Other spellings of a field's values in files, each with what it means. */
export function Aliases({ id }: { readonly id: string }) {
  const { t } = useTranslation('datasets')
  const draft = useFormDraft()
  const path = ['fields', id, 'aliases']
  const found = valueAt(draft.body, path)
  const aliases = typeof found === 'object' && found !== null ? (found as Body) : {} // Looked: a map.
  const put = (next: Body) => draft.change(withValue(draft.body ?? {}, path, Object.keys(next).length === 0 ? undefined : next))
  const spellings = Object.keys(aliases)
  return (
    <section className={styles['whole']} data-path={path.join('.')} aria-label={t('aliases')}>
      <p className={styles['quiet']}>{t('aliases.note')}</p>
      {spellings.map((spelling, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a spelling keeps its place while it is typed.
        <div key={i} className={styles['alias']}>
          <KeyInput label={t('aliases.spelling')} value={spelling} taken={spellings} onChange={(next) => put(renamed(aliases, spelling, next))} required />
          <FormField label={t('aliases.meaning')} error={mistakeAt(draft, ...path, spelling)} required stacked>
            {(field) => <Input {...field} value={textAt(aliases, [spelling])} onChange={(event) => put({ ...aliases, [spelling]: event.target.value })} />}
          </FormField>
          <Button aria-label={t('field.removeOf', { id: spelling })} onClick={() => put(Object.fromEntries(Object.entries(aliases).filter(([each]) => each !== spelling)))}>
            {t('field.remove')}
          </Button>
        </div>
      ))}
      <div>
        <Button size="small" onClick={() => put({ ...aliases, [freeName(spellings, t('aliases.new'))]: '' })}>
          {t('aliases.add')}
        </Button>
      </div>
    </section>
  )
}
