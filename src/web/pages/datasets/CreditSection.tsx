import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { valueAt, withValue } from '../../parts/documents/body.ts'
import shared from '../../parts/documents/document-page.module.css'
import { ProposedAt, TextAt, useFormDraft } from '../../parts/documents/fields.tsx'
import { mistakeAt } from '../../parts/documents/use-draft.ts'
import { Section } from '../../ui/Page.tsx'
import { Consequence } from './Consequence.tsx'
import styles from './datasets.module.css'
import { type DatasetPaths, useDatasetPaths } from './paths.ts'
import { Splits } from './Splits.tsx'

/** Who counts a record: its owner, those who share it, those who count it besides. */
export function CreditSection() {
  const { t } = useTranslation('datasets')
  const { body = {} } = useFormDraft()
  const paths = useDatasetPaths(body)
  return (
    <Section title={t('credit')} note={t('credit.note')}>
      <div className={shared['form']}>
        <ProposedAt path={['owner']} label={t('owner')} help={t('owner.help')} choices={paths.reached(['employee'])} />
      </div>
      <Splits words={paths.words} />
      <Overlays paths={paths} />
      <Consequence body={body} paths={paths} />
    </Section>
  )
}

/** People named in a field of every record, who count a part of it beside the owner. */
function Overlays({ paths }: { readonly paths: DatasetPaths }) {
  const { t } = useTranslation('datasets')
  const draft = useFormDraft()
  const { body = {} } = draft
  const found = valueAt(body, ['overlays'])
  const overlays: readonly unknown[] = Array.isArray(found) ? found : []
  const put = (next: readonly unknown[]) => draft.change(withValue(body, ['overlays'], next.length === 0 ? undefined : next))
  const mistake = overlays.length === 0 ? mistakeAt(draft, 'overlays') : undefined
  return (
    <div className={styles['stack']} data-path="overlays">
      <h3 className={styles['part']}>{t('overlays')}</h3>
      <p className={styles['quiet']}>{t('overlays.note')}</p>
      {mistake === undefined ? null : <p role="alert">{mistake}</p>}
      <ol className={styles['fields']}>
        {overlays.map((_, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: overlays have nothing else to be told apart by.
          <li key={i} className={styles['overlay']} aria-label={t('overlays.one', { number: i + 1 })}>
            <ProposedAt path={['overlays', i, 'to']} label={t('overlays.to')} choices={paths.reached(['employee'])} required />
            <TextAt path={['overlays', i, 'percent']} label={t('overlays.percent')} number required />
            <Button aria-label={t('overlays.removeOf', { number: i + 1 })} onClick={() => put(overlays.filter((__, at) => at !== i))}>
              {t('field.remove')}
            </Button>
          </li>
        ))}
      </ol>
      <div>
        <Button onClick={() => put([...overlays, { percent: 10 }])}>{t('overlays.add')}</Button>
      </div>
    </div>
  )
}
