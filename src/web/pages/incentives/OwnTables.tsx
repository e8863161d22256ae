import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { type Draft, mistakeAt } from '../../parts/documents/use-draft.ts'
import { mapAt, nameText, withAt } from '../../parts/plans/body-edit.ts'
import { newTable } from '../../parts/plans/table-rows.ts'
import { useLang } from '../../text/lang.ts'
import { Section } from '../../ui/Page.tsx'
import { DraftedCurve } from './EditTablePage.tsx'
import styles from './incentives.module.css'
import { TableEditor } from './TableEditor.tsx'

/** The tables that only this plan uses. */
export function OwnTables({ draft }: { readonly draft: Draft }) {
  const { t } = useTranslation('incentives')
  const lang = useLang()
  const tables = mapAt(draft.body, 'tables')
  const names = Object.keys(tables)
  const put = (next: Readonly<Record<string, unknown>>) => draft.change(withAt(draft.body, ['tables'], Object.keys(next).length === 0 ? undefined : next))
  const add = (kind: 'tiers' | 'curve' | 'lookup') => {
    const name = Array.from({ length: names.length + 1 }, (_, i) => `${t(`kind.${kind}`)}${i + 1}`).find((each) => !names.includes(each)) ?? kind
    put({ ...tables, [name]: newTable(kind, t('edit.keyNew', { at: 1 })) })
  }
  return (
    <Section title={t('edit.ownTables')} note={t('edit.ownTablesNote')}>
      {names.map((name) => {
        const body = mapAt(tables[name])
        const wrong = mistakeAt(draft, 'tables', name, 'kind')
        return (
          <div key={name} className={styles['own']} data-path={`tables.${name}`}>
            <div className={styles['ownHead']}>
              <h3>{nameText(body, ['name'], lang) || name}</h3>
              <span className={styles['quiet']}>{`${name} · ${t(`kind.${kindOf(body['kind'])}`)}`}</span>
              <Button
                size="small"
                type="text"
                danger
                onClick={() => put(Object.fromEntries(Object.entries(tables).filter(([each]) => each !== name)))}
                aria-label={t('edit.removeOf', { name })}
              >
                {t('edit.remove')}
              </Button>
            </div>
            {wrong === undefined ? null : (
              <p role="alert" className={styles['trouble']}>
                {wrong}
              </p>
            )}
            <div className={styles['component']}>
              <TableEditor draft={draft} path={['tables', name]} body={body} onBody={(next) => put({ ...tables, [name]: next })} label={name} />
              <DraftedCurve table={`${draft.id}-${name}`} name={name} body={body} />
            </div>
          </div>
        )
      })}
      <div className={styles['actions']}>
        {(['tiers', 'curve', 'lookup'] as const).map((kind) => (
          <Button key={kind} size="small" onClick={() => add(kind)}>
            {t('edit.tableAdd', { kind: t(`kind.${kind}`) })}
          </Button>
        ))}
      </div>
    </Section>
  )
}

const kindOf = (kind: unknown): 'tiers' | 'curve' | 'lookup' => (kind === 'curve' || kind === 'lookup' ? kind : 'tiers')
