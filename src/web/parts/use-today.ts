import { useCurrentUser } from './CurrentUser.tsx'

/** Today where the company is; by the reader's clock while there is no company. */
export function useToday(): string {
  const { company } = useCurrentUser().session
  return company?.today ?? new Date().toISOString().slice(0, 10)
}
