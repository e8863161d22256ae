import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { countText } from '../../ui/numbers.ts'
import { Section } from '../../ui/Page.tsx'
import { ProblemView } from '../../ui/ProblemView.tsx'
import { Lines } from '../../ui/Skeletons.tsx'
import { ChooseFile } from './ChooseFile.tsx'
import { Differences } from './Differences.tsx'
import { FileEffect } from './FileEffect.tsx'
import { Mapping } from './Mapping.tsx'
import { PreviewRows } from './PreviewRows.tsx'
import { type Columns, type FilePreview, importFile, type Kind, previewFile } from './queries.ts'

interface OrgFileImportProps {
  readonly kind: Kind
  readonly title: string
  /** What can be done next, once it is imported. */
  readonly next: ReactNode
}

/** People or units from a file: chosen, looked at with what it would change, imported. */
export function OrgFileImport({ kind, title, next }: OrgFileImportProps) {
  const { t } = useTranslation('orgFile')
  const queries = useQueryClient()
  const [file, setFile] = useState<File>()
  const [columns, setColumns] = useState<Columns>({})
  const { data, error, isFetching, isPlaceholderData } = useQuery({
    queryKey: [kind, 'preview', file?.name, file?.size, file?.lastModified, columns],
    queryFn: () => (file === undefined ? null : previewFile(kind, file, columns)),
    enabled: file !== undefined,
    placeholderData: (before) => before,
    ...{ staleTime: 0, gcTime: 0, retry: false },
  })
  const save = useMutation({
    mutationFn: (chosen: File) => importFile(kind, chosen, columns),
    onSuccess: () => queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' && queryKey[1] !== 'preview' }),
  })
  const choose = (chosen: File | undefined) => {
    if (chosen === undefined) return
    save.reset()
    setColumns({})
    setFile(chosen)
  }
  if (save.data !== undefined) {
    const { given, added, changes } = save.data
    return (
      <Section title={title}>
        <p role="status">{t(`${kind}.done`, { given: countText(given), added: countText(added), changes: countText(changes) })}</p>
        {next}
      </Section>
    )
  }
  const preview = data ?? undefined
  return (
    <Section title={title} note={t(`${kind}.note`)}>
      <ChooseFile kind={kind} busy={isFetching} again={file !== undefined} onFile={choose} />
      {error === null ? null : <ProblemView error={error} />}
      {file === undefined || error !== null ? null : preview === undefined ? (
        <Lines count={6} />
      ) : (
        <>
          <Looked kind={kind} preview={preview} onColumn={(field, column) => setColumns({ ...columns, [field]: column })} />
          {save.error === null ? null : <ProblemView error={save.error} />}
          <div>
            <Button type="primary" disabled={preview.errors > 0 || preview.changes === 0 || isPlaceholderData} loading={save.isPending} onClick={() => save.mutate(file)}>
              {t(`${kind}.import`)}
            </Button>
          </div>
        </>
      )}
    </Section>
  )
}

interface LookedProps {
  readonly kind: Kind
  readonly preview: FilePreview
  readonly onColumn: (field: string, column: string) => void
}

function Looked({ kind, preview, onColumn }: LookedProps) {
  return (
    <>
      <FileEffect kind={kind} preview={preview} />
      <Differences kind={kind} preview={preview} />
      <Mapping kind={kind} preview={preview} onColumn={onColumn} />
      <PreviewRows kind={kind} preview={preview} />
    </>
  )
}
