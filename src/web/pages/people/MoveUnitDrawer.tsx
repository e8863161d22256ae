import { useQuery } from '@tanstack/react-query'
import { Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../api/client.ts'
import { ActDrawer } from '../../parts/ActDrawer.tsx'
import { useSettled } from '../../parts/use-settled.ts'
import { useToday } from '../../parts/use-today.ts'
import { useAddressParam } from '../../ui/AddressDrawer.tsx'
import { FormField } from '../../ui/FormField.tsx'
import { ActForm } from './ActForm.tsx'
import { EffectFrame } from './EffectView.tsx'
import styles from './people.module.css'
import { holdingOn } from './spans.ts'
import { UnitField } from './UnitField.tsx'
import { type MoveEffect, moveQuery, type UnitDetail } from './unit-queries.ts'
import { useChange } from './use-change.ts'

/** From a day on below another unit; the effect stands below the fields before it is confirmed. */
export function MoveUnitDrawer({ unit }: { readonly unit: UnitDetail }) {
  const { t } = useTranslation('people')
  return (
    <ActDrawer act="move" title={`${t('unit.move')} · ${unit.name}`}>
      <Move key={unit.change} unit={unit} />
    </ActDrawer>
  )
}

function Move({ unit }: { readonly unit: UnitDetail }) {
  const { t } = useTranslation('people')
  const today = useToday()
  const [, setAct] = useAddressParam('act')
  const close = () => setAct(undefined)
  const [from, setFrom] = useState(today)
  const [typed, setTyped] = useState<string | null>(null)
  const before = holdingOn(unit.parents, from)?.unit.id ?? ''
  const asked = { from, parent: typed ?? before }
  const settled = useSettled(asked)
  const waiting = JSON.stringify(settled) !== JSON.stringify(asked)
  const idle = from === '' || asked.parent === before
  const { data: effect, error, refetch } = useQuery({ ...moveQuery(unit.id, settled), enabled: !idle && !waiting })
  const save = useChange(() => api.POST('/units/{unit}/move', { params: { path: { unit: unit.id } }, body: { ...asked, change: unit.change } }), {
    done: t('unit.move.done'),
    onDone: close,
  })
  return (
    <ActForm save={save} off={idle || effect === undefined || waiting} onCancel={close}>
      <p className={styles['quiet']}>{t('unit.move.note')}</p>
      <FormField label={t('from')} help={t('from.help')} required>
        {({ status: _, ...field }) => <Input {...field} type="date" value={from} onChange={(event) => setFrom(event.target.value)} />}
      </FormField>
      <FormField label={t('unit.parent')}>
        {(field) => <UnitField field={field} value={asked.parent} onChange={setTyped} none={t('unit.parent.none')} except={unit.id} />}
      </FormField>
      <EffectFrame effect={idle ? undefined : effect} error={idle ? null : error} again={() => void refetch()} idle={idle}>
        {(found) => <Found effect={found} />}
      </EffectFrame>
    </ActForm>
  )
}

function Found({ effect: { from, past, before, after, until, people, units, first } }: { readonly effect: MoveEffect }) {
  const { t } = useTranslation('people')
  const name = (unit: MoveEffect['before']) => unit?.name ?? t('unit.parent.none')
  return (
    <>
      <p>{t('unit.effect.move', { day: from, before: name(before), after: name(after) })}</p>
      <p>{t('unit.effect.inside', { people, units })}</p>
      {until === null ? null : <p>{t('effect.until', { day: until })}</p>}
      {first ? <p>{t('unit.first')}</p> : null}
      <p className={styles['quiet']}>{t(past ? 'effect.past' : 'effect.future')}</p>
    </>
  )
}
