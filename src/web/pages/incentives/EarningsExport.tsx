import { useMutation } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { apiFetch } from '../../api/fetch.ts'
import { download } from '../../ui/download.ts'
import { Icon } from '../../ui/Icon.tsx'
import { problemOf } from '../../ui/problem.ts'
import styles from './incentives.module.css'

const FORMATS = ['xlsx', 'csv'] as const

type Format = (typeof FORMATS)[number]

interface EarningsExportProps {
  readonly period: string
  /** One component of a plan; everything that one sees where not given. */
  readonly of?: { readonly incentive: string; readonly component: string }
  readonly disabled?: boolean
}

/** Every person’s amounts as a file: exact, with currency and what they rest on. */
export function EarningsExport({ period, of, disabled = false }: EarningsExportProps) {
  const { t } = useTranslation('incentives')
  const { t: ui } = useTranslation('ui')
  const { message } = App.useApp()
  const { mutate, isPending, variables } = useMutation({
    mutationFn: async (format: Format) => {
      const search = new URLSearchParams({ period, format, ...of })
      const answer = await apiFetch(new Request(`/api/earnings/file?${search}`))
      download(`earnings-${period}.${format}`, await answer.blob())
    },
    onError: (error) => void message.error(problemOf(error).detail || ui('table.export.failed')),
  })
  return (
    <span className={styles['actions']}>
      {FORMATS.map((format) => (
        <Button key={format} icon={<Icon name="export" />} disabled={disabled || isPending} loading={isPending && variables === format} onClick={() => mutate(format)}>
          {t(`earned.export.${format}`)}
        </Button>
      ))}
    </span>
  )
}
