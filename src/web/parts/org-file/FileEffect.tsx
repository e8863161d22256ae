import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { download } from '../../ui/download.ts'
import { countText } from '../../ui/numbers.ts'
import { Section } from '../../ui/Page.tsx'
import type { Column } from '../../ui/table/column.ts'
import { csvOf } from '../../ui/table/csv.ts'
import styles from './org-file.module.css'
import type { FilePreview, Kind } from './queries.ts'

/** Names of units that are told before the rest is only counted. */
const UNITS_SHOWN = 10

interface FileEffectProps {
  readonly kind: Kind
  readonly preview: FilePreview
}

/** What importing would do, or what must be mended first. */
export function FileEffect({ kind, preview }: FileEffectProps) {
  const { t } = useTranslation('orgFile')
  const { given, added, changes, unitsAdded, errors } = preview
  const counts = { given: countText(given), added: countText(added), changes: countText(changes) }
  const units = unitsAdded.slice(0, UNITS_SHOWN).join(t('and'))
  return (
    <>
      {errors > 0 ? null : <p role="status">{t(changes === 0 ? `${kind}.same` : `${kind}.effect`, counts)}</p>}
      {unitsAdded.length === 0 ? null : <p>{unitsAdded.length > UNITS_SHOWN ? t(`${kind}.unitsMore`, { units, count: unitsAdded.length }) : t(`${kind}.units`, { units })}</p>}
      <Findings preview={preview} />
    </>
  )
}

function Findings({ preview }: { readonly preview: FilePreview }) {
  const { t } = useTranslation('orgFile')
  const { findings, errors, warnings, bad } = preview
  if (findings.length === 0) return null
  const more = errors + warnings - findings.length
  const all =
    bad.length === 0 ? undefined : (
      <Button onClick={() => download(`${preview.file.replace(/\.\w+$/, '')}-${t('bad.name')}.csv`, badRows(preview, { line: t('line'), reason: t('bad.reason') }))}>
        {t('bad', { count: bad.length })}
      </Button>
    )
  return (
    <Section title={t('findings')} note={errors > 0 ? t('findings.note') : undefined} actions={all}>
      <ul className={styles['findings']}>
        {findings.map((f) => (
          <li key={`${f.code} ${f.place.line ?? ''} ${f.detail}`}>
            {f.place.line === undefined ? `${f.detail} ${f.cure}` : t('at', { line: f.place.line, detail: f.detail, cure: f.cure })}
          </li>
        ))}
        {more > 0 ? <li>{t('more', { count: more })}</li> : null}
      </ul>
    </Section>
  )
}

type Bad = FilePreview['bad'][number]

/** The bad rows as they stand in the file, each with its reason in front; importing them again leaves the two columns out. */
function badRows({ bad, columns }: FilePreview, titles: { readonly line: string; readonly reason: string }): string {
  const own = columns.map((title, at): Column<Bad> => ({ id: `${at}`, title, cell: () => null, text: (row) => row.cells[at] ?? '' }))
  const told: Column<Bad>[] = [
    { id: 'line', title: titles.line, cell: () => null, text: (row) => String(row.line) },
    { id: 'reason', title: titles.reason, cell: () => null, text: (row) => row.reason },
  ]
  return csvOf(bad, [...told, ...own])
}
