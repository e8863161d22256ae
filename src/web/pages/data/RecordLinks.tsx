import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Missing } from '../../ui/Figures.tsx'
import { Section } from '../../ui/Page.tsx'
import styles from './data.module.css'
import type { RecordDetail } from './queries.ts'

type Linked = RecordDetail['refersTo'][number]

/** Records that this one names, and those that name it. */
export function RecordLinks({ record }: { readonly record: RecordDetail }) {
  const { t } = useTranslation('data')
  const { refersTo, referredBy, fields } = record
  if (refersTo.length + referredBy.length === 0) return null
  const nameOf = (field: string) => fields.find((f) => f.field === field)?.name ?? field
  return (
    <Section title={t('record.links')}>
      <dl className={styles['pairs']}>
        {refersTo.map((link) => (
          <div key={link.field}>
            <dt>{nameOf(link.field)}</dt>
            <dd>
              <OtherRecord link={link} />
            </dd>
          </div>
        ))}
        {referredBy.map((list) => (
          <div key={`${list.dataset}/${list.field}`}>
            <dt>{t('record.referredBy', { dataset: list.datasetName, count: list.count })}</dt>
            <dd>
              <ul className={styles['list']}>
                {list.items.map((link) => (
                  <li key={link.record}>
                    <OtherRecord link={link} />
                  </li>
                ))}
              </ul>
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  )
}

function OtherRecord({ link }: { readonly link: Linked }) {
  const { t } = useTranslation('data')
  if (link.record === null) {
    return (
      <>
        {link.label} <Missing reason={t('record.notFound')} />
      </>
    )
  }
  return (
    <Link to="/data/$dataset/$record" params={{ dataset: link.dataset, record: link.record }}>
      {link.label}
      {link.day === null ? '' : ` · ${link.day}`}
    </Link>
  )
}
