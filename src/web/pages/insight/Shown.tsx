import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { ProblemView } from '../../ui/ProblemView.tsx'
import { Lines } from '../../ui/Skeletons.tsx'

/** What a section shows once its data is there; what stands in its place until then, and where it failed. */
export function Shown<Data>({ query: { data, error, refetch }, children }: { readonly query: UseQueryResult<Data>; readonly children: (data: Data) => ReactNode }) {
  if (data !== undefined) return children(data)
  return error === null ? <Lines count={6} height={22} /> : <ProblemView error={error} again={() => void refetch()} />
}
