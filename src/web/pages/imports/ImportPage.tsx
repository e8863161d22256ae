import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { JobProgress, useJob } from '../../parts/JobProgress.tsx'
import { useAddressParam } from '../../ui/AddressDrawer.tsx'
import { Page } from '../../ui/Page.tsx'
import { ProblemView } from '../../ui/ProblemView.tsx'
import { Lines } from '../../ui/Skeletons.tsx'
import { CheckStep } from './CheckStep.tsx'
import { type ImportDataset, importDatasetQuery } from './dataset.ts'
import styles from './imports.module.css'
import { type Choices, sendFile, uploadQuery } from './queries.ts'
import { ReportView } from './ReportView.tsx'

/** A file on its way into a dataset: chosen, looked at, imported. Where one is stands in the address; a reload loses nothing. */
export function ImportPage() {
  const { dataset } = useParams({ from: '/shell/data/$dataset/import' })
  const { data, error, refetch } = useQuery(importDatasetQuery(dataset))
  const [upload] = useAddressParam('upload')
  if (data === undefined) return <Page title={dataset}>{error === null ? <Lines count={8} /> : <ProblemView error={error} again={() => void refetch()} />}</Page>
  return upload === undefined ? <ChooseFile dataset={data} /> : <UploadOf key={upload} dataset={data} upload={upload} />
}

/** For those who came from the first run. */
function BackToStart() {
  const { t } = useTranslation('start')
  const [from] = useAddressParam('from')
  if (from !== 'start') return null
  return (
    <div>
      <Link to="/start" search={{ step: 'records' } as never /* Any address may carry any text. */}>
        {t('back')}
      </Link>
    </div>
  )
}

function ChooseFile({ dataset }: { readonly dataset: ImportDataset }) {
  const { t } = useTranslation('data')
  const [, setUpload] = useAddressParam('upload')
  const input = useRef<HTMLInputElement>(null)
  const { mutate, isPending, error } = useMutation({ mutationFn: (file: File) => sendFile(dataset.dataset, file), onSuccess: (sent) => setUpload(sent.upload) })
  const take = (file: File | undefined) => {
    if (file !== undefined) mutate(file)
  }
  return (
    <Page title={t('wizard.title', { dataset: dataset.name })} sentence={t('wizard.sentence.file')}>
      {error === null ? null : <ProblemView error={error} />}
      {/** biome-ignore lint/a11y/noStaticElementInteractions: dropping is a shortcut; the button does the same for everybody. */}
      <div
        className={styles['drop']}
        onDragOver={(event) => event.preventDefault()}
        onDrop={(event) => {
          event.preventDefault()
          take(event.dataTransfer.files[0])
        }}
      >
        <input
          ref={input}
          type="file"
          accept=".csv,.txt,.tsv,.xlsx"
          className="visually-hidden"
          tabIndex={-1}
          aria-label={t('wizard.choose')}
          onChange={({ target }) => {
            take(target.files?.[0])
            // The same file, mended, may be chosen again.
            target.value = ''
          }}
        />
        <Button type="primary" loading={isPending} onClick={() => input.current?.click()}>
          {isPending ? t('wizard.uploading') : t('wizard.choose')}
        </Button>
        <p>{t('wizard.limits')}</p>
      </div>
      <div>
        <Link to="/data/$dataset" params={{ dataset: dataset.dataset }}>
          {t('record.back', { dataset: dataset.name })}
        </Link>
      </div>
    </Page>
  )
}

function UploadOf({ dataset, upload }: { readonly dataset: ImportDataset; readonly upload: string }) {
  const { t } = useTranslation('data')
  const [job, setJob] = useAddressParam('job')
  const [, setUpload] = useAddressParam('upload')
  const queries = useQueryClient()
  const { data, error, refetch } = useQuery(uploadQuery(upload))
  const { job: known } = useJob(job)
  // Here, for whoever imports again after a refusal: only what was wrong is chosen anew.
  const [choices, setChoices] = useState<Choices>({ columns: {}, mode: 'merge', onError: dataset.onError })
  const title = t('wizard.title', { dataset: dataset.name })
  const other = <Button onClick={() => setUpload(undefined)}>{t('wizard.other')}</Button>
  if (data === undefined) {
    return (
      <Page title={title} actions={other}>
        {error === null ? <Lines count={8} /> : <ProblemView error={error} again={() => void refetch()} />}
      </Page>
    )
  }
  if (job === undefined) return <CheckStep dataset={dataset} upload={data} choices={choices} onChoices={setChoices} onStart={setJob} other={other} />
  const done = known?.state === 'done' && data.report !== null
  const again = <Button onClick={() => setJob(undefined)}>{t('wizard.again')}</Button>
  return (
    <Page
      title={title}
      sentence={t(done ? 'wizard.sentence.done' : 'wizard.sentence.run', { file: data.name })}
      actions={known !== undefined && known.finishedAt !== null && data.report?.outcome !== 'imported' ? again : undefined}
    >
      {done && data.report !== null ? (
        <>
          <ReportView dataset={dataset} upload={data} report={data.report} />
          <BackToStart />
        </>
      ) : (
        <JobProgress
          id={job}
          onOver={() => {
            void refetch()
            void queries.invalidateQueries({ queryKey: ['datasets'] })
            void queries.invalidateQueries({ queryKey: ['imports'] })
          }}
        />
      )}
    </Page>
  )
}
