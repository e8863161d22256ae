import { useQuery } from '@tanstack/react-query'
import { Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../api/client.ts'
import { ActDrawer } from '../../parts/ActDrawer.tsx'
import { type Chosen, PersonSelect } from '../../parts/PersonSelect.tsx'
import { useSettled } from '../../parts/use-settled.ts'
import { useToday } from '../../parts/use-today.ts'
import { useAddressParam } from '../../ui/AddressDrawer.tsx'
import { FormField } from '../../ui/FormField.tsx'
import { ActForm } from './ActForm.tsx'
import { EffectView } from './EffectView.tsx'
import { leaveEffectQuery } from './effects.ts'
import type { PersonDetail } from './queries.ts'
import { useChange } from './use-change.ts'

/** The last day of somebody, and who takes over those who report to them. */
export function LeaveDrawer({ person }: { readonly person: PersonDetail }) {
  const { t } = useTranslation('people')
  return (
    <ActDrawer act="leave" title={`${t('leave')} · ${person.name}`}>
      <Leave key={person.change} person={person} />
    </ActDrawer>
  )
}

function Leave({ person }: { readonly person: PersonDetail }) {
  const { t } = useTranslation('people')
  const today = useToday()
  const [, setAct] = useAddressParam('act')
  const close = () => setAct(undefined)
  const [lastDay, setLastDay] = useState(today)
  const [heir, setHeir] = useState<Chosen | null>(null)
  const asked = { lastDay, ...(heir === null ? {} : { reportsTo: heir.id }) }
  const settled = useSettled(asked)
  const waiting = JSON.stringify(settled) !== JSON.stringify(asked)
  const { data: effect, error, refetch } = useQuery({ ...leaveEffectQuery(person.id, settled), enabled: lastDay !== '' && !waiting })
  const save = useChange(() => api.POST('/people/{employee}/leave', { params: { path: { employee: person.id } }, body: { ...asked, change: person.change } }), {
    done: t('leave.done'),
    onDone: close,
  })
  return (
    <ActForm save={save} off={effect === undefined || waiting} danger onCancel={close}>
      <FormField label={t('lastDay')} help={t('lastDay.help')} required>
        {({ status: _, ...field }) => <Input {...field} type="date" value={lastDay} onChange={(event) => setLastDay(event.target.value)} />}
      </FormField>
      <FormField label={t('reportsTo')} help={t('reportsTo.help')}>
        {(field) => <PersonSelect field={field} value={heir} onChange={setHeir} except={person.id} />}
      </FormField>
      <EffectView effect={effect} error={error} again={() => void refetch()} idle={lastDay === ''} handing />
    </ActForm>
  )
}
