import { ProblemView } from './ProblemView.tsx'
import { Lines } from './Skeletons.tsx'

interface NotYetProps {
  /** What has no data yet. */
  readonly query: { readonly error: unknown; readonly refetch: () => unknown }
  /** Grey lines while it is under way. */
  readonly lines: number
}

/** What stands where an answer is awaited, inside a page: lines while it is under way; why it did not come, and a way to ask again. */
export function NotYet({ query: { error, refetch }, lines }: NotYetProps) {
  return error === null ? <Lines count={lines} /> : <ProblemView error={error} again={() => void refetch()} compact />
}
