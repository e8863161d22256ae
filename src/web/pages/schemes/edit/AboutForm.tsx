import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { FormField } from '../../../ui/FormField.tsx'
import { Section } from '../../../ui/Page.tsx'
import styles from '../schemes.module.css'
import { listAt, textAt } from './body.ts'
import { findingsUnder, useEditing, useSet } from './context.ts'
import { FindingNotes } from './FindingNotes.tsx'
import { ChoiceField, DayField, WholeField } from './fields.tsx'
import { NameFields } from './NameFields.tsx'

const EVERY = ['week', 'month', 'quarter', 'half', 'year'] as const

/** For whom, from when, and what else holds for all lines. */
export function AboutForm() {
  const { t } = useTranslation('schemes')
  const { findings } = useEditing()
  return (
    <Section title={t('about')}>
      <FindingNotes findings={findings.filter((finding) => (finding.place.path ?? []).length === 0 || finding.place.path?.[0] === 'scheme')} />
      <div className={styles['fields']}>
        <NameFields path={['name']} label="edit.name" />
        <NameFields path={['description']} label="edit.description" />
        <Roles />
        <ChoiceField path={['every']} label={t('column.every')} required fallback={null} choices={EVERY.map((value) => ({ value, label: t(`every.${value}`) }))} />
        <DayField path={['from']} label={t('edit.from')} help={t('edit.from.help')} />
        <DayField path={['until']} label={t('edit.until')} />
        <ChoiceField
          path={['feedback']}
          label={t('feedback')}
          fallback=""
          choices={[
            { value: '', label: t('feedback.unsaid') },
            ...(['weekly', 'monthly', 'quarterly', 'none'] as const).map((value) => ({ value, label: t(`feedback.${value}`) })),
          ]}
        />
        <ChoiceField
          path={['factors']}
          label={t('factors')}
          fallback="applied"
          choices={(['applied', 'ignored'] as const).map((value) => ({ value, label: t(`factors.${value}`) }))}
        />
        <ChoiceField
          path={['startDay']}
          label={t('startDay')}
          fallback="counted"
          choices={(['counted', 'not-counted'] as const).map((value) => ({ value, label: t(`startDay.${value}`) }))}
        />
        <WholeField path={['round']} label={t('edit.round')} least={0} most={16} fallback={2} />
      </div>
    </Section>
  )
}

/** Roles as people have them; none: everybody. */
function Roles() {
  const { t } = useTranslation('schemes')
  const { body, roles, findings } = useEditing()
  const set = useSet()
  const one = textAt(body, ['role'])
  const chosen = one === '' ? listAt(body, ['role']).map(String) : [one]
  const [wrong] = findingsUnder(findings, ['role'])
  const known = new Set(roles.map((each) => each.role))
  const options = [
    ...roles.map(({ role, name }) => ({ value: role, label: name === role ? role : t('withId', { name, id: role }) })),
    ...chosen.filter((role) => !known.has(role)).map((role) => ({ value: role, label: role })),
  ]
  const take = (next: readonly string[]) => set(['role'], next.length === 0 ? undefined : next.length === 1 ? next[0] : [...next])
  return (
    <FormField label={t('column.roles')} help={t('edit.roles.help')} {...(wrong === undefined ? {} : { error: `${wrong.detail} ${wrong.cure}` })}>
      {({ id, ...field }) => <Select {...field} id={id} mode="tags" value={chosen} options={options} onChange={take} placeholder={t('everybody')} />}
    </FormField>
  )
}
