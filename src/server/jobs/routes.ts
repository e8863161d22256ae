import { z } from 'zod'
import type { Lang } from '../../base/diagnostic.ts'
import { Refusal, type TextCatalogue } from '../../base/diagnostic.ts'
import { keyIn, page, pageOf, pageQuery } from '../http/paging.ts'
import { Problem, problemOf } from '../http/problem.ts'
import { command, query, type Route } from '../http/route.ts'
import { InstantText } from '../http/shapes.ts'
import { may, type Who } from '../http/who.ts'
import { JOB_STATES, type Job } from './job.ts'
import { cancelJob, jobOf, listJobs } from './queue.ts'

export const JobShown = z
  .object({
    id: z.string(),
    kind: z.string(),
    state: z.enum(JOB_STATES),
    cancelAsked: z.boolean().describe('Somebody wants it to end; it has not yet.'),
    progress: z.object({ stage: z.string(), what: z.string(), done: z.number(), of: z.number() }).nullable().describe('What is being worked on, `done` of `of` parts.'),
    mine: z.boolean(),
    input: z.unknown().describe('What was asked for; null for somebody else’s job.'),
    result: z.unknown().describe('What came of it, once it is done; null for somebody else’s job.'),
    error: Problem.nullable().describe('Why it failed.'),
    createdAt: InstantText,
    startedAt: InstantText.nullable(),
    finishedAt: InstantText.nullable(),
    attempts: z.number().int().describe('How often it was taken up; more than 1 where a process died over it.'),
  })
  .meta({ id: 'Job', description: 'Work that outlives a request: a run, an import, a back-test. The event `job` tells when it changes.' })

const jobPath = z.object({ job: z.string() })

/** What a route answers that asked for a job. */
export const JobAsked = z
  .object({ job: z.string().describe('Id of the job.') })
  .meta({ id: 'JobAsked', description: 'Work was put into the queue; `GET /api/jobs/{job}` tells how it goes.' })

/** Whose jobs somebody may look at: null for everybody’s. */
function reachOf(who: Who): string | null {
  return may(who, 'run.start') || may(who, 'user.manage') ? null : who.user
}

/** A job as the API shows it. What somebody else asked for, and what came of it, may be about people one may not see. */
export function shownJob(job: Job, { who, lang, catalogue }: { readonly who: Who; readonly lang: Lang; readonly catalogue: TextCatalogue }): z.input<typeof JobShown> {
  const { id, kind, state, cancelAsked, progress, input, result, error, createdAt, startedAt, finishedAt, attempts } = job
  const mine = job.createdBy === who.user
  const refusal = error === null ? null : new Refusal(error.code, error.params, { place: error.place, details: mine ? error.details : [] })
  return {
    ...{ id, kind, state, cancelAsked, progress, mine },
    ...{ input: mine ? input : null, result: mine ? result : null },
    error: refusal === null ? null : problemOf(refusal, lang, catalogue),
    ...{ createdAt, startedAt, finishedAt, attempts },
  }
}

/** Routes of jobs; `catalogue` has the sentences of everything a job may be refused for. */
export function jobRoutes(catalogue: TextCatalogue): readonly Route[] {
  return [
    query(
      {
        id: 'listJobs',
        method: 'get',
        path: '/jobs',
        tag: 'jobs',
        summary: 'One’s own jobs, the newest first; everybody’s for whoever may start runs or manages users.',
        may: 'signed-in',
        query: z.object({ ...pageQuery, open: z.enum(['true', 'false']).optional().describe('`true`: only jobs that wait or are worked on.') }),
        reply: pageOf(JobShown),
      },
      async (read, { who, lang, query: asked }) => {
        const after = keyIn(asked.after, 1)?.[0]
        const jobs = await listJobs(read, { of: reachOf(who), after: typeof after === 'string' ? after : null, limit: asked.limit + 1, open: asked.open === 'true' })
        return page(jobs, asked.limit, { item: (job) => shownJob(job, { who, lang, catalogue }), key: (job) => [job.id] })
      },
    ),
    query(
      { id: 'getJob', method: 'get', path: '/jobs/{job}', tag: 'jobs', summary: 'One job, with its progress or its result.', may: 'signed-in', params: jobPath, reply: JobShown },
      async (read, { who, lang, params }) => shownJob(await jobOf(read, params.job, reachOf(who)), { who, lang, catalogue }),
    ),
    command(
      'job.cancel',
      {
        id: 'cancelJob',
        method: 'post',
        path: '/jobs/{job}/cancel',
        tag: 'jobs',
        summary: 'End a job: at once where it waits, as soon as its work notices where it is under way.',
        may: 'signed-in',
        params: jobPath,
        reply: JobShown,
      },
      async (tx, { who, lang, params, audit }) => {
        const job = await cancelJob(tx, params.job, reachOf(who))
        audit.about(`job/${job.id}`, { kind: job.kind })
        return shownJob(job, { who, lang, catalogue })
      },
    ),
  ]
}
