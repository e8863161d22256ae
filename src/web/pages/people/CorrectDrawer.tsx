import { Checkbox, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../api/client.ts'
import { ActDrawer } from '../../parts/ActDrawer.tsx'
import { useAddressParam } from '../../ui/AddressDrawer.tsx'
import { FormField } from '../../ui/FormField.tsx'
import { fieldProblems, problemOf } from '../../ui/problem.ts'
import { ActForm } from './ActForm.tsx'
import styles from './people.module.css'
import type { PersonDetail } from './queries.ts'
import { useChange } from './use-change.ts'

/** Another spelling of a name or an address, for all days. */
export function CorrectDrawer({ person }: { readonly person: PersonDetail }) {
  const { t } = useTranslation('people')
  return (
    <ActDrawer act="correct" title={`${t('correct')} · ${person.name}`}>
      <Correct key={person.change} person={person} />
    </ActDrawer>
  )
}

function Correct({ person }: { readonly person: PersonDetail }) {
  const { t } = useTranslation('people')
  const [, setAct] = useAddressParam('act')
  const close = () => setAct(undefined)
  const [name, setName] = useState(person.name)
  const [email, setEmail] = useState(person.email ?? '')
  const [keepName, setKeepName] = useState(true)
  const renamed = name.trim() !== person.name
  const changed = { ...(renamed ? { name: name.trim(), keepName } : {}), ...(email.trim() === (person.email ?? '') ? {} : { email: email.trim() }) }
  const save = useChange(() => api.PATCH('/people/{employee}', { params: { path: { employee: person.id } }, body: { keepName: false, ...changed, change: person.change } }), {
    done: t('correct.done'),
    onDone: close,
  })
  const wrong = fieldProblems(save.error === null ? null : problemOf(save.error))
  return (
    <ActForm save={save} off={name.trim() === '' || Object.keys(changed).length === 0} onCancel={close}>
      <p className={styles['quiet']}>{t('correct.note')}</p>
      <FormField label={t('name')} required error={name.trim() === '' ? t('required') : wrong['name']}>
        {(field) => <Input {...field} value={name} onChange={(event) => setName(event.target.value)} maxLength={200} />}
      </FormField>
      {renamed ? (
        <Checkbox checked={keepName} onChange={(event) => setKeepName(event.target.checked)}>
          {t('correct.keep', { name: person.name })}
        </Checkbox>
      ) : null}
      <FormField label={t('email')} error={wrong['email']}>
        {(field) => <Input {...field} type="email" value={email} onChange={(event) => setEmail(event.target.value)} maxLength={200} />}
      </FormField>
    </ActForm>
  )
}
