import { lazy, Suspense } from 'react'
import type { Pay } from '../../parts/results/queries.ts'
import { Lines } from '../../ui/Skeletons.tsx'

// It reads the rules with the engine: the page is there before it.
const TierSteps = lazy(async () => ({ default: (await import('./TierSteps.tsx')).TierSteps }))

/** What would change the earnings: how much is missing to the next tier of each component. */
export function NextSteps({ pay }: { readonly pay: Pay }) {
  return (
    <Suspense fallback={<Lines count={2} />}>
      <TierSteps pay={pay} />
    </Suspense>
  )
}
