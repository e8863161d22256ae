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
import { fieldProblems, problemOf } from '../../ui/problem.ts'
import { ActForm } from './ActForm.tsx'
import { EffectView } from './EffectView.tsx'
import { transferEffectQuery } from './effects.ts'
import { movesBetween, NO_PLACE, type Place } from './moves.ts'
import { PlaceFields } from './PlaceFields.tsx'
import styles from './people.module.css'
import type { PersonDetail } from './queries.ts'
import { holdingOn } from './spans.ts'
import { useChange } from './use-change.ts'

/** From a day on elsewhere, something else, below somebody else; the effect stands below the fields before it is confirmed. */
export function TransferDrawer({ person }: { readonly person: PersonDetail }) {
  const { t } = useTranslation('people')
  return (
    <ActDrawer act="transfer" title={`${t('transfer')} · ${person.name}`}>
      <Transfer key={person.change} person={person} />
    </ActDrawer>
  )
}

function placeOn(person: PersonDetail, day: string): Place {
  const now = holdingOn(person.assignments, day)
  if (now === undefined) return NO_PLACE
  return {
    unit: now.unit ?? '',
    position: now.position ?? '',
    role: now.role ?? '',
    manager: holdingOn(person.managers, day)?.person ?? null,
    sponsor: holdingOn(person.sponsors, day)?.person ?? null,
  }
}

function Transfer({ person }: { readonly person: PersonDetail }) {
  const { t } = useTranslation('people')
  const today = useToday()
  const [, setAct] = useAddressParam('act')
  const close = () => setAct(undefined)
  const [from, setFrom] = useState(today)
  const before = placeOn(person, from)
  const [typed, setTyped] = useState<Place | null>(null)
  const place = typed ?? before
  const asked = { from, ...movesBetween(before, place) }
  const settled = useSettled(asked)
  const waiting = JSON.stringify(settled) !== JSON.stringify(asked)
  const idle = from === '' || (Object.keys(asked).length === 1 && holdingOn(person.assignments, from) !== undefined)
  const { data: effect, error, refetch } = useQuery({ ...transferEffectQuery(person.id, settled), enabled: !idle && !waiting })
  const save = useChange(() => api.POST('/people/{employee}/transfer', { params: { path: { employee: person.id } }, body: { ...asked, change: person.change } }), {
    done: t('transfer.done'),
    onDone: close,
  })
  return (
    <ActForm save={save} off={idle || effect === undefined || waiting} onCancel={close}>
      <p className={styles['quiet']}>{t('transfer.note')}</p>
      <FormField label={t('from')} help={t('from.help')} required>
        {({ status: _, ...field }) => <Input {...field} type="date" value={from} onChange={(event) => setFrom(event.target.value)} />}
      </FormField>
      <PlaceFields place={place} onChange={setTyped} wrong={fieldProblems(error === null ? null : problemOf(error))} employee={person.id} />
      <EffectView effect={effect} error={error} again={() => void refetch()} idle={idle} />
    </ActForm>
  )
}
