import { useNavigate } from '@tanstack/react-router'
import { Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../api/client.ts'
import { AddressDrawer, useAddressParam } from '../../ui/AddressDrawer.tsx'
import { FormField } from '../../ui/FormField.tsx'
import { fieldProblems, problemOf } from '../../ui/problem.ts'
import { ActForm } from './ActForm.tsx'
import { UnitField } from './UnitField.tsx'
import { useChange } from './use-change.ts'

/** Stands in the address for a unit below none. */
export const TOP = '-'

/** A unit that was not there: `?new=` and the unit above it, or TOP. `kept`: whether the company keeps a list of units already. */
export function NewUnitDrawer({ kept }: { readonly kept: boolean }) {
  const { t } = useTranslation('people')
  return (
    <AddressDrawer param="new" title={t('unit.new')} width={560}>
      {(parent) => <NewUnit above={parent} kept={kept} />}
    </AddressDrawer>
  )
}

function NewUnit({ above, kept }: { readonly above: string; readonly kept: boolean }) {
  const { t } = useTranslation('people')
  const navigate = useNavigate()
  const [, setNew] = useAddressParam('new')
  const [unit, setUnit] = useState({ id: '', name: '', parent: above === TOP ? '' : above, from: '' })
  const body = { ...unit, id: unit.id.trim(), name: unit.name.trim() }
  const save = useChange(() => api.POST('/units', { body }), {
    done: t('unit.new.done', { name: body.name }),
    onDone: () => void navigate({ to: '/units/$unit', params: { unit: body.id } }),
  })
  const wrong = fieldProblems(save.error === null ? null : problemOf(save.error))
  return (
    <ActForm save={save} off={body.id === '' || body.name === ''} told={Object.keys(wrong).length > 0} onCancel={() => setNew(undefined)}>
      <FormField label={t('id')} help={t('unit.id.help')} error={wrong['id']} required>
        {(field) => <Input {...field} value={unit.id} onChange={(event) => setUnit({ ...unit, id: event.target.value })} maxLength={200} />}
      </FormField>
      <FormField label={t('unit.name')} error={wrong['name']} required>
        {(field) => <Input {...field} value={unit.name} onChange={(event) => setUnit({ ...unit, name: event.target.value })} maxLength={200} />}
      </FormField>
      <FormField label={t('unit.parent')} error={wrong['parent']}>
        {(field) => <UnitField field={field} value={unit.parent} onChange={(parent) => setUnit({ ...unit, parent })} none={t('unit.parent.none')} />}
      </FormField>
      {unit.parent === '' ? null : (
        <FormField label={t('from')} help={t('unit.from.help')} error={wrong['from']}>
          {({ status: _, ...field }) => <Input {...field} type="date" value={unit.from} onChange={(event) => setUnit({ ...unit, from: event.target.value })} />}
        </FormField>
      )}
      {kept ? null : <p>{t('unit.first')}</p>}
    </ActForm>
  )
}
