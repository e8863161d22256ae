import { type ErrorComponentProps, useRouter } from '@tanstack/react-router'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Page } from '../../ui/Page.tsx'
import { ProblemView } from '../../ui/ProblemView.tsx'
import { ProblemError } from '../../ui/problem.ts'
import styles from './whole.module.css'

/** What stands in place of a page that could not be drawn: the refusal of the server, an old version of the page, or our own mistake. */
export function BrokenPage({ error, reset }: ErrorComponentProps) {
  const { t } = useTranslation('shell')
  const router = useRouter()
  const again = () => {
    reset()
    void router.invalidate()
  }
  if (error instanceof ProblemError) return <ProblemView error={error} again={again} />
  if (isOldVersion(error)) {
    return (
      <Page title={t('newVersion.sentence')}>
        <div>
          <Button type="primary" onClick={() => location.reload()}>
            {t('newVersion.reload')}
          </Button>
        </div>
      </Page>
    )
  }
  return (
    <div className={styles['whole']}>
      <Page title={t('broken.title')} sentence={t('broken.sentence')}>
        <div>
          <Button type="primary" onClick={again}>
            {t('broken.again')}
          </Button>
        </div>
        <pre className={styles['trace']}>{`${location.pathname}\n${String(error)}`}</pre>
      </Page>
    </div>
  )
}

/** A page of the version before asks for files that the new one does not have any more. */
function isOldVersion(error: unknown): boolean {
  return error instanceof TypeError && /dynamically imported module|importing a module script/i.test(error.message)
}
