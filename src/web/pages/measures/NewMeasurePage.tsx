import { useMutation } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Button, Input, Radio } from 'antd'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { beginDraft } from '../../parts/documents/queries.ts'
import { useLang } from '../../text/lang.ts'
import { FormField } from '../../ui/FormField.tsx'
import { Page } from '../../ui/Page.tsx'
import { ProblemView } from '../../ui/ProblemView.tsx'
import styles from './measures.module.css'

const KINDS = ['aggregate', 'ratio', 'formula', 'growth', 'entered', 'rating'] as const

type Kind = (typeof KINDS)[number]

/** A measure begins with a name and a kind; the rest is written in the editor. */
export function NewMeasurePage() {
  const { t } = useTranslation('measures')
  const lang = useLang()
  const navigate = useNavigate()
  const [name, setName] = useState('')
  const [kind, setKind] = useState<Kind>('aggregate')
  const id = idOf(name)
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => beginDraft('measure', id, { measure: id, name: { [lang]: name.trim() }, kind, unit: 'number', ...(kind === 'aggregate' ? { aggregate: 'count' } : {}) }),
    onSuccess: () => void navigate({ to: '/measures/$measure/edit', params: { measure: id } }),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (id !== '') mutate()
  }
  return (
    <Page title={t('new')} sentence={t('new.sentence')} width="narrow">
      <div>
        <Link to="/measures">{t('back')}</Link>
      </div>
      <form className={styles['sources']} onSubmit={submit} noValidate>
        {error === null ? null : <ProblemView error={error} compact />}
        <FormField label={t('field.name')} help={id === '' || id === name.trim() ? t('help.name') : t('help.id', { id })} required>
          {(field) => <Input {...field} value={name} onChange={(event) => setName(event.target.value)} maxLength={40} />}
        </FormField>
        <fieldset className={styles['kinds']}>
          <legend>{t('column.kind')}</legend>
          <Radio.Group
            value={kind}
            onChange={(event) => setKind(event.target.value)}
            options={KINDS.map((value) => ({
              value,
              label: (
                <>
                  <strong>{t(`kind.${value}`)}</strong> <span className={styles['quiet']}>{t(`help.kind.${value}`)}</span>
                </>
              ),
            }))}
          />
        </fieldset>
        <div>
          <Button type="primary" htmlType="submit" loading={isPending} disabled={id === ''}>
            {t('new.begin')}
          </Button>
        </div>
      </form>
    </Page>
  )
}

/** A name as an id that formulas write without quotes. */
function idOf(name: string): string {
  const plain = name
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]+/gu, '_')
    .replace(/^_+|_+$/g, '')
    .toLowerCase()
  return /^\p{N}/u.test(plain) ? `n_${plain}` : plain
}
