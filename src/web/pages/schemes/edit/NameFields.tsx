import { Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { FormField } from '../../../ui/FormField.tsx'
import { type Path, recordAt, textAt, valueAt } from './body.ts'
import { useEditing, useSet } from './context.ts'

interface NameFieldsProps {
  readonly path: Path
  /** 名称, 说明: the language is added. */
  readonly label: 'edit.name' | 'edit.description' | 'edit.lineName'
}

/** A name in both languages. One that was written once stands for both until it is changed. */
export function NameFields({ path, label }: NameFieldsProps) {
  const { t } = useTranslation('schemes')
  const { body } = useEditing()
  const set = useSet()
  const written = valueAt(body, path)
  const of = (lang: 'zh' | 'en') => (typeof written === 'string' ? written : textAt(body, [...path, lang]))
  const take = (lang: 'zh' | 'en', text: string) => {
    const before = typeof written === 'string' ? { zh: written, en: written } : recordAt(body, path)
    const next = { ...before, [lang]: text }
    const kept = Object.fromEntries(Object.entries(next).filter(([, each]) => each !== ''))
    set(path, Object.keys(kept).length === 0 ? undefined : kept)
  }
  return (
    <>
      {(['zh', 'en'] as const).map((lang) => (
        <FormField key={lang} label={t(`${label}.${lang}`)}>
          {(field) => <Input {...field} value={of(lang)} onChange={(event) => take(lang, event.target.value)} autoComplete="off" />}
        </FormField>
      ))}
    </>
  )
}
