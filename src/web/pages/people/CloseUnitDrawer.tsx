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
import { UnitField } from './UnitField.tsx'
import { type CloseEffect, closeQuery, type UnitDetail } from './unit-queries.ts'
import { useChange } from './use-change.ts'

/** The day from which a unit is no more, and where its people and units go. */
export function CloseUnitDrawer({ unit }: { readonly unit: UnitDetail }) {
  const { t } = useTranslation('people')
  return (
    <ActDrawer act="close" title={`${t('unit.close')} · ${unit.name}`}>
      <Close key={unit.change} unit={unit} />
    </ActDrawer>
  )
}

function Close({ unit }: { readonly unit: UnitDetail }) {
  const { t } = useTranslation('people')
  const today = useToday()
  const [, setAct] = useAddressParam('act')
  const done = () => setAct(undefined)
  const [from, setFrom] = useState(today)
  const [to, setTo] = useState('')
  const asked = { from, ...(to === '' ? {} : { to }) }
  const settled = useSettled(asked)
  const waiting = JSON.stringify(settled) !== JSON.stringify(asked)
  const { data: effect, error, refetch } = useQuery({ ...closeQuery(unit.id, settled), enabled: from !== '' && !waiting })
  const save = useChange(() => api.POST('/units/{unit}/close', { params: { path: { unit: unit.id } }, body: { ...asked, change: unit.change } }), {
    done: t('unit.close.done'),
    onDone: done,
  })
  return (
    <ActForm save={save} off={effect === undefined || waiting} danger onCancel={done}>
      <p className={styles['quiet']}>{t('unit.close.note')}</p>
      <FormField label={t('unit.close.from')} help={t('unit.close.fromHelp')} required>
        {({ status: _, ...field }) => <Input {...field} type="date" value={from} onChange={(event) => setFrom(event.target.value)} />}
      </FormField>
      <FormField label={t('unit.close.to')} help={t('unit.close.toHelp')}>
        {(field) => <UnitField field={field} value={to} onChange={setTo} none={t('unit.close.parent')} except={unit.id} />}
      </FormField>
      <EffectFrame effect={effect} error={error} again={() => void refetch()} idle={from === ''}>
        {(found) => <Found effect={found} />}
      </EffectFrame>
    </ActForm>
  )
}

/** Names shown before the rest is only counted. */
const SHOWN = 12

function Found({ effect: { past, to, people, units, first } }: { readonly effect: CloseEffect }) {
  const { t } = useTranslation('people')
  return (
    <>
      <Names title={t('unit.effect.people', { count: people.length, to: to.name })} names={people} />
      <Names title={t('unit.effect.units', { count: units.length, to: to.name })} names={units} />
      {people.length + units.length === 0 ? <p>{t('unit.effect.empty')}</p> : null}
      {first ? <p>{t('unit.first')}</p> : null}
      <p className={styles['quiet']}>{t(past ? 'effect.past' : 'effect.future')}</p>
    </>
  )
}

function Names({ title, names }: { readonly title: string; readonly names: CloseEffect['people'] }) {
  const { t } = useTranslation('people')
  if (names.length === 0) return null
  const shown = names.slice(0, SHOWN).map(({ name }) => name)
  return (
    <div>
      <h4>{title}</h4>
      <p>
        {shown.join(' · ')}
        {names.length > SHOWN ? ` … ${t('unit.effect.more', { count: names.length - SHOWN })}` : ''}
      </p>
    </div>
  )
}
