import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { AddressDrawer } from '../../ui/AddressDrawer.tsx'
import { Lines } from '../../ui/Skeletons.tsx'
import { usePeriod } from '../use-period.ts'
import { whyIn } from '../WhyLink.tsx'

const Explained = lazy(async () => ({ default: (await import('./Explained.tsx')).Explained }))

/** The explanation that an address asks for (`?why=`), over whatever page it belongs to; its code comes when one is opened. */
export function WhyDrawer() {
  const { t } = useTranslation('shell')
  return (
    <AddressDrawer param="why" title={t('why')} width={760}>
      {(value) => (
        <Suspense fallback={<Lines count={8} />}>
          <Content value={value} />
        </Suspense>
      )}
    </AddressDrawer>
  )
}

function Content({ value }: { readonly value: string }) {
  const { t } = useTranslation('why')
  const { period } = usePeriod()
  const why = whyIn(value)
  if (why === null) return <p>{t('bad')}</p>
  if (period === undefined) return <p>{t('noPeriod')}</p>
  return <Explained employee={why.employee} subject={why.subject} period={period} />
}
