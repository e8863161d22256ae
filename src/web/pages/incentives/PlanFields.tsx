import { useQuery } from '@tanstack/react-query'
import { Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { type Draft, mistakeAt } from '../../parts/documents/use-draft.ts'
import { given, listAt, nameText, textAt, valueAt, withAt, withName } from '../../parts/plans/body-edit.ts'
import { plansQuery } from '../../parts/plans/queries.ts'
import { FormField } from '../../ui/FormField.tsx'
import { NoOptions } from '../../ui/NoOptions.tsx'
import styles from './incentives.module.css'

const EVERY = ['week', 'month', 'quarter', 'half', 'year'] as const

/** What a plan is called, whom it is for, how often it pays and from when. */
export function PlanFields({ draft }: { readonly draft: Draft }) {
  const { t } = useTranslation('incentives')
  const { body, change } = draft
  const set = (key: string, value: unknown) => change(withAt(body, [key], value))
  const text = (key: string) => textAt(body, key)
  return (
    <div className={styles['fields']}>
      {(['zh', 'en'] as const).map((lang) => (
        <FormField key={lang} label={t(`edit.name.${lang}`)}>
          {(field) => <Input {...field} value={nameText(body, ['name'], lang)} onChange={(event) => change(withName(body ?? {}, ['name'], lang, event.target.value))} />}
        </FormField>
      ))}
      {(['zh', 'en'] as const).map((lang) => (
        <FormField key={lang} label={t(`edit.description.${lang}`)}>
          {(field) => (
            <Input.TextArea
              {...field}
              autoSize
              value={nameText(body, ['description'], lang)}
              onChange={(event) => change(withName(body ?? {}, ['description'], lang, event.target.value))}
            />
          )}
        </FormField>
      ))}
      <Roles draft={draft} />
      <FormField label={t('column.every')} error={mistakeAt(draft, 'every')}>
        {(field) => (
          <div data-path="every">
            <Select
              {...field}
              value={text('every') || null}
              options={EVERY.map((value) => ({ value, label: t(`every.${value}`) }))}
              onChange={(value: string | null) => set('every', value ?? undefined)}
              style={{ width: '100%' }}
            />
          </div>
        )}
      </FormField>
      {(['from', 'until'] as const).map((key) => (
        <FormField key={key} label={t(`edit.${key}Day`)} help={t(`edit.${key}Help`)} error={mistakeAt(draft, key)}>
          {(field) => (
            <div data-path={key}>
              <Input {...field} type="date" value={text(key)} onChange={(event) => set(key, given(event.target.value))} />
            </div>
          )}
        </FormField>
      ))}
      <FormField label={t('edit.startDay')}>
        {(field) => (
          <Select
            {...field}
            value={text('startDay') || 'counted'}
            options={(['counted', 'not-counted'] as const).map((value) => ({ value, label: t(`plan.startDay.${value}`) }))}
            onChange={(value: string) => set('startDay', value === 'counted' ? undefined : value)}
          />
        )}
      </FormField>
    </div>
  )
}

/** Roles that plans are for, and any other that is typed. */
function Roles({ draft }: { readonly draft: Draft }) {
  const { t } = useTranslation('incentives')
  const plans = useQuery(plansQuery)
  const role = valueAt(draft.body, ['role'])
  const chosen = typeof role === 'string' ? [role] : listAt(draft.body, 'role').map(String)
  const known = new Map((plans.data?.items ?? []).flatMap((plan) => (plan.roles ?? []).map(({ id, name }) => [id, name === id ? id : `${name}（${id}）`] as const)))
  return (
    <FormField label={t('column.roles')} help={t('edit.rolesHelp')} error={mistakeAt(draft, 'role')}>
      {(field) => (
        <div data-path="role">
          <Select
            {...field}
            mode="tags"
            value={chosen}
            options={[...known].map(([value, label]) => ({ value, label }))}
            notFoundContent={<NoOptions query={plans} />}
            placeholder={t('everybody')}
            onChange={(next: string[]) => draft.change(withAt(draft.body, ['role'], next.length === 0 ? undefined : next.length === 1 ? next[0] : next))}
            style={{ width: '100%' }}
          />
        </div>
      )}
    </FormField>
  )
}
