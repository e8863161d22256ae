import { Button, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { renamed, textAt, valueAt, withValue } from '../../parts/documents/body.ts'
import { useFormDraft } from '../../parts/documents/fields.tsx'
import { freeName, KeyInput } from '../../parts/documents/KeyInput.tsx'
import type { Body } from '../../parts/documents/queries.ts'
import { mistakeAt } from '../../parts/documents/use-draft.ts'
import { FormField } from '../../ui/FormField.tsx'
import styles from './company.module.css'

/** What the company counts in besides money, percent, days and plain numbers. */
export function UnitsEditor() {
  const { t } = useTranslation('company')
  const draft = useFormDraft()
  const found = valueAt(draft.body, ['units'])
  const units = typeof found === 'object' && found !== null && !Array.isArray(found) ? (found as Body) : {} // Looked: a map.
  const put = (next: Body) => draft.change(withValue(draft.body ?? {}, ['units'], next))
  const ids = Object.keys(units)
  return (
    <div className={styles['stack']} data-path="units">
      <ol className={styles['list']}>
        {ids.map((id, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a unit keeps its place while its id is typed.
          <li key={i} className={styles['unit']} data-path={`units.${id}`}>
            <KeyInput label={t('units.id')} value={id} taken={ids} error={mistakeAt(draft, 'units', id)} onChange={(next) => put(renamed(units, id, next))} required />
            <Names name={units[id]} onChange={(name) => put({ ...units, [id]: name })} />
            <Button aria-label={t('removeOf', { id })} onClick={() => put(Object.fromEntries(Object.entries(units).filter(([each]) => each !== id)))}>
              {t('remove')}
            </Button>
          </li>
        ))}
      </ol>
      <div>
        <Button onClick={() => put({ ...units, [freeName(ids, t('units.new'))]: {} })}>{t('units.add')}</Button>
      </div>
    </div>
  )
}

/** The names of a unit; without any it is shown by its id. The unit stays when both are emptied. */
function Names({ name, onChange }: { readonly name: unknown; readonly onChange: (name: Body) => void }) {
  const { t } = useTranslation('company')
  const texts = typeof name === 'string' ? { zh: name, en: '' } : { zh: textAt(name, ['zh']), en: textAt(name, ['en']) }
  const put = (next: typeof texts) => onChange(Object.fromEntries(Object.entries(next).filter(([, text]) => text !== '')))
  return (['zh', 'en'] as const).map((lang) => (
    <FormField key={lang} label={t(`units.${lang}`)} stacked>
      {(field) => <Input {...field} value={texts[lang]} onChange={(event) => put({ ...texts, [lang]: event.target.value })} />}
    </FormField>
  ))
}
