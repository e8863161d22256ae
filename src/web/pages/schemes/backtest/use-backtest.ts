import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { isOver } from '../../../api/jobs.ts'
import { useJob } from '../../../parts/JobProgress.tsx'
import { useAddressParam } from '../../../ui/AddressDrawer.tsx'
import { type Backtest, backtestQuery, startBacktest, type Trial } from './queries.ts'

interface Running {
  /** Id of the job looked at; undefined: none. */
  readonly job: string | undefined
  /** It waits or is worked on. */
  readonly running: boolean
  readonly found: Backtest | undefined
  readonly error: unknown
  readonly starting: boolean
  start(trial: Trial): void
  open(job: string | undefined): void
  /** It is over: ask for what came of it. */
  over(): void
}

/** A back-test in the address of the page: started, followed, read; it may be left and found again. */
export function useBacktest(param: string): Running {
  const queries = useQueryClient()
  const [job, open] = useAddressParam(param)
  const { job: known } = useJob(job)
  const done = known !== undefined && isOver(known)
  const { data, error } = useQuery({ ...backtestQuery(job ?? ''), enabled: job !== undefined && done })
  const { mutate, isPending, error: refused } = useMutation({ mutationFn: startBacktest, onSuccess: (asked) => open(asked.job) })
  return {
    job,
    running: job !== undefined && known !== undefined && !done,
    found: data,
    error: refused ?? error,
    starting: isPending,
    start: mutate,
    open,
    over: () => void queries.invalidateQueries({ queryKey: ['backtests'] }),
  }
}
