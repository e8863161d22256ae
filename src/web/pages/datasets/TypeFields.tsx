import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { valueAt, withValue } from '../../parts/documents/body.ts'
import { type Choice, ChoiceAt, LocalAt, ProposedAt, TextAt, useFormDraft } from '../../parts/documents/fields.tsx'
import { mistakeAt } from '../../parts/documents/use-draft.ts'
import { FormField } from '../../ui/FormField.tsx'
import { Aliases } from './Aliases.tsx'
import { useDatasetPaths } from './paths.ts'

/** What a field of a type has besides: what a reference refers to, the choices, and, unfolded, everything else that its document can say. */
export function TypeFields({ id, type, open }: { readonly id: string; readonly type: string; readonly open: boolean }) {
  const { t } = useTranslation('datasets')
  const { body = {} } = useFormDraft()
  const { words } = useDatasetPaths(body)
  const at = (key: string) => ['fields', id, key]
  return (
    <>
      {type === 'reference' ? (
        <ChoiceAt path={at('to')} label={t('field.to')} choices={(words?.datasets ?? []).filter((d) => !d.builtIn).map((d) => ({ value: d.id, label: d.name }))} required />
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
      {open ? <Measured id={id} type={type} /> : null}
      {open && type === 'date' ? (
        <ChoiceAt
          path={at('dateOrder')}
          label={t('field.dateOrder')}
          choices={(['ymd', 'mdy', 'dmy'] as const).map((value) => ({ value, label: t(`dateOrder.${value}`) }))}
          clearable
        />
      ) : null}
      {open ? <LocalAt path={at('name')} zh={t('name.zh')} en={t('name.en')} /> : null}
      {open ? <LocalAt path={at('description')} zh={t('description.zh')} en={t('description.en')} /> : null}
      {open ? <TextAt path={at('column')} label={t('field.column')} help={t('field.columnHelp')} /> : null}
      {open && ALIASED.includes(type) ? <Aliases id={id} /> : null}
    </>
  )
}

/** Types whose values may stand in files under other spellings. */
const ALIASED: readonly string[] = ['text', 'choice', 'reference', 'employee', 'boolean']

/** The unit of a number, the currency of an amount. */
function Measured({ id, type }: { readonly id: string; readonly type: string }) {
  const { t } = useTranslation('datasets')
  const { body = {} } = useFormDraft()
  const { words, own } = useDatasetPaths(body)
  const at = (key: string) => ['fields', id, key]
  const declared: readonly Choice[] = (words?.units ?? []).map((u) => ({ value: u.id, label: u.name }))
  if (type === 'integer' || type === 'decimal')
    return <ProposedAt path={at('unit')} label={t('field.unit')} choices={[...(['day', 'percent'] as const).map((value) => ({ value, label: t(`unit.${value}`) })), ...declared]} />
  if (type !== 'money') return null
  return (
    <>
      <TextAt path={at('currency')} label={t('field.currency')} help={t('field.currencyHelp')} />
      <ChoiceAt path={at('currencyField')} label={t('field.currencyField')} help={t('field.currencyFieldHelp')} choices={own(['text', 'choice'])} clearable />
      <ProposedAt
        path={at('unit')}
        label={t('field.price')}
        help={t('field.priceHelp')}
        choices={declared.map((u) => ({ value: `money/${u.value}`, label: t('field.pricePer', { unit: u.label }) }))}
      />
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
