import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../api/client.ts'
import { useSettled } from '../../parts/use-settled.ts'
import { useToday } from '../../parts/use-today.ts'
import { AddressDrawer, useAddressParam } from '../../ui/AddressDrawer.tsx'
import { FormField } from '../../ui/FormField.tsx'
import { fieldProblems, problemOf } from '../../ui/problem.ts'
import { ActForm } from './ActForm.tsx'
import { EffectView } from './EffectView.tsx'
import { hireEffectQuery } from './effects.ts'
import { movesIn, NO_PLACE } from './moves.ts'
import { PlaceFields } from './PlaceFields.tsx'
import { useChange } from './use-change.ts'

/** Somebody new: `?hire=new`. */
export function HireDrawer() {
  const { t } = useTranslation('people')
  return (
    <AddressDrawer param="hire" title={t('hire')} width={560}>
      {() => <Hire />}
    </AddressDrawer>
  )
}

function Hire() {
  const { t } = useTranslation('people')
  const navigate = useNavigate()
  const today = useToday()
  const [, setHire] = useAddressParam('hire')
  const [who, setWho] = useState({ id: '', name: '', email: '', from: today })
  const [place, setPlace] = useState(NO_PLACE)
  const asked = { id: who.id.trim(), name: who.name.trim(), email: who.email.trim(), from: who.from, ...movesIn(place) }
  const settled = useSettled(asked)
  const waiting = JSON.stringify(settled) !== JSON.stringify(asked)
  const idle = asked.id === '' || asked.name === '' || asked.from === ''
  const { data: effect, error, refetch } = useQuery({ ...hireEffectQuery(settled), enabled: !idle && !waiting })
  const save = useChange(() => api.POST('/people', { body: asked }), {
    done: t('hire.done', { name: asked.name }),
    onDone: () => void navigate({ to: '/people/$employee', params: { employee: asked.id } }),
  })
  const wrong = fieldProblems(error === null ? null : problemOf(error))
  return (
    <ActForm save={save} off={idle || effect === undefined || waiting} onCancel={() => setHire(undefined)}>
      <FormField label={t('id')} help={t('id.help')} error={wrong['id']} required>
        {(field) => <Input {...field} value={who.id} onChange={(event) => setWho({ ...who, id: event.target.value })} maxLength={200} />}
      </FormField>
      <FormField label={t('name')} error={wrong['name']} required>
        {(field) => <Input {...field} value={who.name} onChange={(event) => setWho({ ...who, name: event.target.value })} maxLength={200} />}
      </FormField>
      <FormField label={t('email')} error={wrong['email']}>
        {(field) => <Input {...field} type="email" value={who.email} onChange={(event) => setWho({ ...who, email: event.target.value })} maxLength={200} />}
      </FormField>
      <FormField label={t('from')} help={t('from.help')} required>
        {({ status: _, ...field }) => <Input {...field} type="date" value={who.from} onChange={(event) => setWho({ ...who, from: event.target.value })} />}
      </FormField>
      <PlaceFields place={place} onChange={setPlace} wrong={wrong} />
      <EffectView effect={effect} error={error} again={() => void refetch()} idle={idle} />
    </ActForm>
  )
}
