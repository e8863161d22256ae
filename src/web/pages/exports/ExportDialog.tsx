import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import type { Job } from '../../api/jobs.ts'
import { JobProgress } from '../../parts/JobProgress.tsx'
import { countText } from '../../ui/numbers.ts'
import styles from './exports.module.css'
import { fileOf } from './queries.ts'
import { sizeText } from './size.ts'

/** What a finished export says of itself. */
const Written = z.object({ export: z.string(), name: z.string(), rows: z.number(), bytes: z.number() })

/** A file as it is written, and where to fetch it; it may be left, and found again among one’s exports. */
export function ExportDialog({ job, onClose }: { readonly job: string; readonly onClose: () => void }) {
  const { t } = useTranslation('exports')
  const queries = useQueryClient()
  const [over, setOver] = useState<Job | undefined>(undefined)
  const written = Written.safeParse(over?.result).data
  const end = (job: Job) => {
    setOver(job)
    void queries.invalidateQueries({ queryKey: ['exports'] })
  }
  return (
    <Modal open title={t('dialog')} footer={null} onCancel={onClose}>
      {written === undefined ? (
        <JobProgress id={job} onOver={end} />
      ) : (
        <>
          <p>{t('written', { name: written.name, count: written.rows, rows: countText(written.rows), size: sizeText(written.bytes) })}</p>
          <Button type="primary" className={styles['fetch'] ?? ''} href={fileOf(written.export)} download={written.name}>
            {t('fetch')}
          </Button>
        </>
      )}
      <div className={styles['note']}>
        <p>{t('kept')}</p>
        <Link to="/exports">{t('title')}</Link>
      </div>
    </Modal>
  )
}
