import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { DraftBar } from '../../parts/documents/DraftBar.tsx'
import { type Draft, useDraft } from '../../parts/documents/use-draft.ts'
import { type Json, mapAt, nameText, withName } from '../../parts/plans/body-edit.ts'
import { useLang } from '../../text/lang.ts'
import { FormField } from '../../ui/FormField.tsx'
import { Page, Section } from '../../ui/Page.tsx'
import { ProblemView } from '../../ui/ProblemView.tsx'
import { Lines } from '../../ui/Skeletons.tsx'
import styles from './incentives.module.css'
import { TableCurve } from './TableCurve.tsx'
import { TableEditor } from './TableEditor.tsx'
import { useUnits } from './units.ts'

/** A rate table while it is changed: its rows like a sheet, the curve drawn anew with every letter. */
export function EditTablePage() {
  const { table } = useParams({ from: '/shell/tables/$table/edit' })
  // What is typed belongs to one document: the next one begins with nothing of it.
  return <Editing key={table} table={table} />
}

function Editing({ table }: { readonly table: string }) {
  const { t } = useTranslation('incentives')
  const draft = useDraft('table', table)
  const navigate = useNavigate()
  const lang = useLang()
  const back = (
    <Link to="/tables/$table" params={{ table }}>
      {t('edit.look')}
    </Link>
  )
  const title = t('edit.title', { name: nameText(draft.body, ['name'], lang) || table })
  if (draft.body === undefined) {
    return (
      <Page title={title} actions={back}>
        {draft.error === null ? <Lines count={10} height={18} /> : <ProblemView error={draft.error} again={draft.again} />}
      </Page>
    )
  }
  return (
    <Page title={title} sentence={t(draft.published === null ? 'edit.newTable' : 'edit.tableSentence')} actions={draft.published === null ? null : back}>
      <DraftBar
        draft={draft}
        onPublished={() => void navigate({ to: '/tables/$table', params: { table } })}
        onDiscarded={() => void (draft.published === null ? navigate({ to: '/incentives' }) : navigate({ to: '/tables/$table', params: { table } }))}
      />
      <Names body={draft.body} draft={draft} />
      <Section title={t('edit.rows')}>
        <div className={styles['component']}>
          <TableEditor draft={draft} path={[]} body={draft.body} onBody={draft.change} label={t('edit.rows')} />
          <DraftedCurve table={table} name={nameText(draft.body, ['name'], lang) || table} body={draft.body} />
        </div>
      </Section>
    </Page>
  )
}

function Names({ body, draft }: { readonly body: Json; readonly draft: Draft }) {
  const { t } = useTranslation('incentives')
  return (
    <div className={styles['fields']}>
      {(['zh', 'en'] as const).map((lang) => (
        <FormField key={lang} label={t(`edit.name.${lang}`)}>
          {(field) => <Input {...field} value={nameText(body, ['name'], lang)} onChange={(event) => draft.change(withName(body, ['name'], lang, event.target.value))} />}
        </FormField>
      ))}
      {(['zh', 'en'] as const).map((lang) => (
        <FormField key={lang} label={t(`edit.description.${lang}`)}>
          {(field) => (
            <Input.TextArea
              {...field}
              autoSize
              value={nameText(body, ['description'], lang)}
              onChange={(event) => draft.change(withName(body, ['description'], lang, event.target.value))}
            />
          )}
        </FormField>
      ))}
    </div>
  )
}

/** The picture of a table as it stands in the draft. */
export function DraftedCurve({ table, name, body }: { readonly table: string; readonly name: string; readonly body: Json }) {
  const units = Object.fromEntries(useUnits().map(({ value, label }) => [value, value === 'number' ? '' : value === 'percent' ? '%' : label]))
  return <TableCurve table={{ table, name, units, document: mapAt(body) }} />
}
