import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button, Input, Select } from 'antd'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Lang } from '../../../../base/diagnostic.ts'
import { api, dataOf } from '../../../api/client.ts'
import { type Body, beginDraft } from '../../../parts/documents/queries.ts'
import { useLang } from '../../../text/lang.ts'
import { useAddressParam } from '../../../ui/AddressDrawer.tsx'
import { FormField } from '../../../ui/FormField.tsx'
import { Page } from '../../../ui/Page.tsx'
import { ProblemView } from '../../../ui/ProblemView.tsx'
import { Lines } from '../../../ui/Skeletons.tsx'
import { schemesQuery } from '../queries.ts'
import styles from '../schemes.module.css'
import { beginning, draftId } from './beginning.ts'

/** A new scheme, from nothing or as a copy; or a new edition of one (`?copy=` and `?edition=1`). */
export function NewPage() {
  const { t } = useTranslation('schemes')
  const [copy] = useAddressParam('copy')
  const [edition] = useAddressParam('edition')
  const { data, error, refetch } = useQuery(schemesQuery)
  if (data === undefined) return <Page title={t('new.title')}>{error === null ? <Lines count={8} /> : <ProblemView error={error} again={() => void refetch()} />}</Page>
  const of = data.items.find((s) => s.id === copy)
  return <NewForm key={of?.id ?? ''} copy={of?.id ?? null} editionOf={edition === undefined || of === undefined ? null : of.scheme} />
}

function NewForm({ copy, editionOf }: { readonly copy: string | null; readonly editionOf: string | null }) {
  const { t } = useTranslation('schemes')
  const { data } = useQuery(schemesQuery)
  const [from, setFrom] = useState<string | null>(copy)
  const [id, setId] = useState(editionOf ?? '')
  const [name, setName] = useState('')
  const [day, setDay] = useState('')
  const { mutate, isPending, error } = useBegin({ copy: from, id: id.trim(), name: name.trim(), lang: useLang(), day, editionOf })
  const wanted = draftId(id.trim(), day)
  const taken = data?.items.some((s) => s.id === wanted) ?? false
  const ready = id.trim() !== '' && !id.includes('@') && !taken && (editionOf === null || day !== '')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (ready) mutate()
  }
  const wrong = id.includes('@') ? t('new.id.mark') : taken ? t('new.id.taken', { id: wanted }) : undefined
  return (
    <Page title={t(editionOf === null ? 'new.title' : 'new.edition')} sentence={t(editionOf === null ? 'new.sentence' : 'new.edition.sentence')} width="narrow">
      <form onSubmit={submit} className={styles['stack']}>
        {editionOf === null ? (
          <>
            <FormField label={t('new.copy')} help={t('new.copy.help')}>
              {({ id: field }) => (
                <Select
                  id={field}
                  value={from ?? ''}
                  options={[
                    { value: '', label: t('new.copy.nothing') },
                    ...(data?.items ?? []).map((s) => ({ value: s.id, label: s.from === null ? s.name : `${s.name} ${s.from}` })),
                  ]}
                  onChange={(value: string) => setFrom(value === '' ? null : value)}
                />
              )}
            </FormField>
            <FormField label={t('new.id')} help={t('new.id.help')} required {...(wrong === undefined ? {} : { error: wrong })}>
              {(field) => <Input {...field} value={id} maxLength={80} onChange={(event) => setId(event.target.value)} autoComplete="off" />}
            </FormField>
            <FormField label={t('new.name')}>{(field) => <Input {...field} value={name} onChange={(event) => setName(event.target.value)} autoComplete="off" />}</FormField>
          </>
        ) : null}
        <FormField label={t('edit.from')} help={t('edit.from.help')} required={editionOf !== null} {...(editionOf === null || wrong === undefined ? {} : { error: wrong })}>
          {(field) => <Input {...field} type="date" value={day} onChange={(event) => setDay(event.target.value)} />}
        </FormField>
        {error === null ? null : <ProblemView error={error} compact />}
        <div>
          <Button type="primary" htmlType="submit" loading={isPending} disabled={!ready}>
            {t('new.begin')}
          </Button>
        </div>
      </form>
    </Page>
  )
}

interface Wish {
  readonly copy: string | null
  readonly id: string
  readonly name: string
  readonly lang: Lang
  readonly day: string
  readonly editionOf: string | null
}

function useBegin({ copy, id, name, lang, day, editionOf }: Wish) {
  const navigate = useNavigate()
  return useMutation({
    mutationFn: async (): Promise<string> => {
      const copied: Body | null = copy === null ? null : (await dataOf(api.GET('/documents/{kind}/{id}', { params: { path: { kind: 'scheme', id: copy } } }))).body
      const key = draftId(id, day)
      await beginDraft('scheme', key, beginning({ copied, id, name, lang, day, edition: editionOf !== null }))
      return key
    },
    onSuccess: (key) => void navigate({ to: '/schemes/$scheme/edit', params: { scheme: key } }),
  })
}
