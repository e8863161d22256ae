import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { createContext, type ReactNode, use, useEffect, useState } from 'react'
import { askAllAgain } from '../api/ask-again.ts'
import { sessionQuery } from '../api/session.ts'
import { type Announcement, announcementIn } from './announcement.ts'

const LiveContext = createContext(false)

/** Whether changes are announced; where they are not, what changes by itself is asked for again and again. */
export function useLive(): boolean {
  return use(LiveContext)
}

/** Listens to what changes on the server, one stream a tab, while somebody is signed in. The browser reconnects by itself. */
export function Events({ children }: { readonly children: ReactNode }) {
  const queries = useQueryClient()
  const [live, setLive] = useState(false)
  useEffect(() => listen(queries, setLive), [queries])
  return <LiveContext value={live}>{children}</LiveContext>
}

function listen(queries: QueryClient, setLive: (live: boolean) => void): () => void {
  const stream = new EventSource('/api/events')
  let broken = false
  stream.onopen = () => {
    setLive(true)
    // What happened while nobody listened is not told later.
    if (broken) hear(queries, { missed: true })
    broken = false
  }
  stream.onerror = () => {
    broken = true
    setLive(false)
  }
  stream.onmessage = ({ data }) => hear(queries, announcementIn(String(data)))
  stream.addEventListener('end', () => {
    stream.close()
    setLive(false)
    void queries.invalidateQueries({ queryKey: sessionQuery.queryKey })
  })
  return () => stream.close()
}

function hear(queries: QueryClient, { job, run, comments, notice, missed }: Announcement): void {
  if (job !== undefined || missed === true) void queries.invalidateQueries({ queryKey: ['jobs'] })
  if (comments === true || missed === true) void queries.invalidateQueries({ queryKey: ['comments'] })
  if (notice !== undefined && notice === queries.getQueryData(sessionQuery.queryKey)?.user.id) void queries.invalidateQueries({ queryKey: ['notifications'] })
  // New results may show anywhere; only what is on the screen is asked for at once.
  if (run !== undefined || missed === true) void askAllAgain(queries, { but: ['jobs'] })
}
