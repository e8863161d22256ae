import { Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../api/client.ts'
import { ActDrawer } from '../../parts/ActDrawer.tsx'
import { useAddressParam } from '../../ui/AddressDrawer.tsx'
import { FormField } from '../../ui/FormField.tsx'
import { ActForm } from './ActForm.tsx'
import styles from './people.module.css'
import type { UnitDetail } from './unit-queries.ts'
import { useChange } from './use-change.ts'

/** Another name of a unit, for all days. */
export function RenameUnitDrawer({ unit }: { readonly unit: UnitDetail }) {
  const { t } = useTranslation('people')
  return (
    <ActDrawer act="rename" title={`${t('unit.rename')} · ${unit.name}`}>
      <Rename key={unit.change} unit={unit} />
    </ActDrawer>
  )
}

function Rename({ unit }: { readonly unit: UnitDetail }) {
  const { t } = useTranslation('people')
  const [, setAct] = useAddressParam('act')
  const close = () => setAct(undefined)
  const [typed, setName] = useState(unit.name)
  const name = typed.trim()
  const save = useChange(() => api.PATCH('/units/{unit}', { params: { path: { unit: unit.id } }, body: { name, change: unit.change } }), {
    done: t('unit.rename.done'),
    onDone: close,
  })
  return (
    <ActForm save={save} off={name === '' || name === unit.name} onCancel={close}>
      <p className={styles['quiet']}>{t('unit.rename.note')}</p>
      <FormField label={t('unit.name')} required>
        {(field) => <Input {...field} value={typed} onChange={(event) => setName(event.target.value)} maxLength={200} />}
      </FormField>
      {unit.kept ? null : <p>{t('unit.first')}</p>}
    </ActForm>
  )
}
