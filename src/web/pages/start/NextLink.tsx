import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Step } from './steps.ts'

/** On to a step. */
export function NextLink({ step }: { readonly step: Step }) {
  const { t } = useTranslation('start')
  return (
    <p>
      <Link to="/start" search={{ step } as never /* Any address may carry any text. */}>
        {t('next', { step: t(`step.${step}`) })}
      </Link>
    </p>
  )
}
