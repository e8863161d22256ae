import { useMutation } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Button, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { textAt, valueAt, withValue } from '../../parts/documents/body.ts'
import shared from '../../parts/documents/document-page.module.css'
import { ChoiceAt, useFormDraft } from '../../parts/documents/fields.tsx'
import type { Vocabulary } from '../../parts/documents/formula-names.ts'
import { beginDraft } from '../../parts/documents/queries.ts'
import { mistakeAt } from '../../parts/documents/use-draft.ts'
import { useLang } from '../../text/lang.ts'
import { FormField } from '../../ui/FormField.tsx'
import { ProblemView } from '../../ui/ProblemView.tsx'
import { newShareTable, SHARE_PARTS, shareTables, splitsWith } from './credit.ts'
import styles from './datasets.module.css'

const NONE = ''

/** Which dataset says who has which share of a record, and by which of its fields. */
export function Splits({ words }: { readonly words: Vocabulary | undefined }) {
  const { t } = useTranslation('datasets')
  const draft = useFormDraft()
  const { body = {}, published } = draft
  const chosen = textAt(body, ['splits', 'dataset'])
  const has = valueAt(body, ['splits']) !== undefined
  const tables = shareTables(words, textAt(body, ['dataset']))
  const table = tables.find((each) => each.id === chosen)
  const options = [{ value: NONE, label: t('splits.none') }, ...tables.map(({ id, name }) => ({ value: id, label: name }))]
  // One that does not fit, or is not in force, is shown as it is written, with what the check says of it.
  const shown = options.some((each) => each.value === chosen) ? options : [...options, { value: chosen, label: words?.datasets.find((d) => d.id === chosen)?.name ?? chosen }]
  const choose = (id: string) => {
    const next = tables.find((each) => each.id === id)
    draft.change(withValue(body, ['splits'], next === undefined ? undefined : splitsWith(next)))
  }
  return (
    <div className={styles['stack']} data-path="splits">
      <h3 className={styles['part']}>{t('splits')}</h3>
      <p className={styles['quiet']}>{t('splits.note')}</p>
      <div className={shared['form']}>
        <FormField label={t('splits.dataset')} error={mistakeAt(draft, 'splits', 'dataset')} stacked>
          {(field) => <Select {...field} style={{ width: '100%' }} showSearch={{ optionFilterProp: 'label' }} value={chosen} options={shown} onChange={choose} />}
        </FormField>
        {has
          ? SHARE_PARTS.map((part) => (
              <ChoiceAt
                key={part}
                path={['splits', part]}
                label={t(`splits.${part}`)}
                {...(part === 'overlay' ? { help: t('splits.overlay.help') } : {})}
                choices={table?.parts[part] ?? []}
                required={part !== 'overlay'}
                clearable={part === 'overlay'}
              />
            ))
          : null}
      </div>
      {has ? (
        <p className={styles['quiet']}>
          {words?.datasets.some((d) => d.id === chosen) ? (
            <Link to="/data/$dataset" params={{ dataset: chosen }}>
              {t('splits.open', { table: table?.name ?? chosen })}
            </Link>
          ) : null}
        </p>
      ) : (
        <NewShareTable published={published !== null} tables={tables.length} />
      )}
    </div>
  )
}

/** Begins a dataset for shares, which refers to this one: this one must be in force for that, and have one field as its key. */
function NewShareTable({ published, tables }: { readonly published: boolean; readonly tables: number }) {
  const { t } = useTranslation('datasets')
  const lang = useLang()
  const navigate = useNavigate()
  const { body = {}, saver } = useFormDraft()
  const id = `${textAt(body, ['dataset'])}_${t('splits.new.suffix')}`
  const fields = { record: t('splits.new.record'), employee: t('splits.new.employee'), percent: t('splits.new.percent'), overlay: t('splits.new.overlay') }
  const name = textAt(body, ['name', lang]) || textAt(body, ['name']) || textAt(body, ['dataset'])
  const table = newShareTable(body, { id, name: { [lang]: t('splits.new.name', { name }) }, fields })
  const why = published ? (table === null ? t('splits.new.key') : undefined) : t('splits.new.unpublished')
  const { mutate, isPending, error } = useMutation({
    mutationFn: async () => {
      await saver.flush()
      if (table !== null) await beginDraft('dataset', id, table)
    },
    onSuccess: () => void navigate({ to: '/data/$dataset/edit', params: { dataset: id }, search: (before: object) => before }),
  })
  return (
    <div className={styles['stack']}>
      {error === null ? null : <ProblemView error={error} compact />}
      <p className={styles['quiet']}>{tables === 0 ? (why ?? t('splits.new.note')) : t('splits.new.other')}</p>
      <div>
        <Button loading={isPending} disabled={why !== undefined} title={why} onClick={() => mutate()}>
          {t('splits.new')}
        </Button>
      </div>
    </div>
  )
}
