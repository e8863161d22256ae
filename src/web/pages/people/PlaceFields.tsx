import { useQuery } from '@tanstack/react-query'
import { AutoComplete, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { PersonSelect } from '../../parts/PersonSelect.tsx'
import { type FieldProps, FormField } from '../../ui/FormField.tsx'
import { NoOptions } from '../../ui/NoOptions.tsx'
import type { Place } from './moves.ts'
import { choicesQuery } from './queries.ts'
import { useRoleName } from './words.ts'

interface PlaceFieldsProps {
  readonly place: Place
  readonly onChange: (place: Place) => void
  /** What the server found wrong, by field. */
  readonly wrong: Readonly<Record<string, string>>
  /** Who it is about: nobody is above themself. */
  readonly employee?: string | undefined
}

/** Unit, position, role, manager, sponsor. */
export function PlaceFields({ place, onChange, wrong, employee }: PlaceFieldsProps) {
  const { t } = useTranslation('people')
  const roleName = useRoleName()
  const choices = useQuery(choicesQuery)
  const { data } = choices
  const units = (data?.units ?? []).map(({ id, name }) => ({ value: id, label: name === id ? name : `${name} · ${id}` }))
  const roles = (data?.roles ?? []).map((role) => ({ value: role, label: roleName(role) === role ? role : `${roleName(role)} · ${role}` }))
  return (
    <>
      <FormField label={t('unit')} error={wrong['unit']}>
        {({ status, ...field }) => (
          <Select
            {...field}
            {...(status === undefined ? {} : { status })}
            value={place.unit === '' ? null : place.unit}
            onChange={(unit: string | null | undefined) => onChange({ ...place, unit: unit ?? '' })}
            options={units}
            placeholder={t('none')}
            notFoundContent={<NoOptions query={choices} none={t('units.none')} />}
            showSearch={{ optionFilterProp: 'label' }}
            allowClear
          />
        )}
      </FormField>
      <FormField label={t('position')} help={t('position.help')} error={wrong['position']}>
        {(field) => (
          <TypeOrChoose
            field={field}
            value={place.position}
            options={(data?.positions ?? []).map((value) => ({ value }))}
            onChange={(position) => onChange({ ...place, position })}
          />
        )}
      </FormField>
      <FormField label={t('role')} help={t('position.help')} error={wrong['role']}>
        {(field) => <TypeOrChoose field={field} value={place.role} options={roles} onChange={(role) => onChange({ ...place, role })} />}
      </FormField>
      <FormField label={t('manager')} error={wrong['manager']}>
        {(field) => <PersonSelect field={field} value={place.manager} onChange={(manager) => onChange({ ...place, manager })} except={employee} />}
      </FormField>
      <FormField label={t('sponsor')} error={wrong['sponsor']}>
        {(field) => <PersonSelect field={field} value={place.sponsor} onChange={(sponsor) => onChange({ ...place, sponsor })} except={employee} />}
      </FormField>
    </>
  )
}

interface TypeOrChooseProps {
  readonly field: FieldProps
  readonly value: string
  readonly options: { value: string; label?: string }[]
  readonly onChange: (value: string) => void
}

function TypeOrChoose({ field: { status, ...field }, value, options, onChange }: TypeOrChooseProps) {
  return (
    <AutoComplete
      {...field}
      {...(status === undefined ? {} : { status })}
      value={value}
      options={options}
      onChange={(next: string | undefined) => onChange(next ?? '')}
      showSearch={{ filterOption: (typed, option) => typed === value || `${option?.label ?? ''} ${option?.value ?? ''}`.toLowerCase().includes(typed.toLowerCase()) }}
      allowClear
    />
  )
}
