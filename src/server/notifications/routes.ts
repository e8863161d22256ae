import { z } from 'zod'
import { type Lang, nameIn } from '../../base/diagnostic.ts'
import { LocalNameSchema } from '../../engine/documents/company.ts'
import type { Read } from '../../store/types.ts'
import { commentedIn, sees } from '../comments/object.ts'
import { keyIn, page, pageOf, pageQuery } from '../http/paging.ts'
import { command, query, type Route } from '../http/route.ts'
import type { Who } from '../http/who.ts'
import { lastBody } from '../measures/documents.ts'
import { rulesInForceNow } from '../measures/rules-cache.ts'
import { kindsOff, listNotices, markRead, NOTICE_KINDS, type NoticeRow, setKindsOff, unreadCount } from './notifications.ts'

const NoticeShown = z
  .object({
    id: z.string(),
    kind: z.enum(NOTICE_KINDS),
    object: z.string().nullable().describe('What it is about, as in comments; `job/ID` for work. Null where one may not see it any more.'),
    params: z
      .record(z.string(), z.string().nullable())
      .describe(
        'mention: by, comment, text. job: job, state, period. score: period, from, to, run. target: measure, name (of the measure), percent, period, level, from, to, by, count (of targets changed at once). rules: kind, id, name, version, from, withdrawn, by, count (of documents). Empty where one may not see it any more.',
      ),
    at: z.string(),
    read: z.boolean(),
  })
  .meta({ id: 'Notification' })

/** Unread notifications that are counted; a badge says 99+ beyond. */
const COUNTED = 100

const Settings = z
  .strictObject({ off: z.array(z.enum(NOTICE_KINDS)).max(NOTICE_KINDS.length).describe('Kinds one does not want to be told.') })
  .meta({ id: 'NotificationSettings' })

const number = z.string().regex(/^\d{1,18}$/)

const tag = 'notifications'

/** Without what the reader may not see any more. */
async function shown(read: Read, row: NoticeRow, { who, lang }: { readonly who: Who; readonly lang: Lang }): Promise<z.input<typeof NoticeShown>> {
  const open = row.kind === 'job' || (await sees(read, who, commentedIn(row.object)))
  if (!open) return { ...row, object: null, params: {} }
  const { change: _, ...params } = row.params
  return { ...row, params: { ...params, ...(await namesIn(read, row, lang)) } }
}

/** Names as they are now: whoever renamed a measure meant it everywhere. */
async function namesIn(read: Read, { kind, params }: NoticeRow, lang: Lang): Promise<Record<string, string>> {
  if (kind === 'target') {
    const id = params['measure'] ?? ''
    const measure = (await rulesInForceNow(read)).program.measures[id]
    return { name: nameIn(measure?.name, lang, id), percent: String(measure?.percent ?? false) }
  }
  if (kind !== 'rules') return {}
  const [document, id] = [params['kind'] === 'incentive' ? ('incentive' as const) : ('scheme' as const), params['id'] ?? '']
  const { data } = z.object({ name: LocalNameSchema.optional() }).safeParse(await lastBody(read, document, id))
  return { name: nameIn(data?.name, lang, id) }
}

/** Routes of what somebody is told; everybody has their own. */
export const notificationRoutes: readonly Route[] = [
  query(
    {
      id: 'listNotifications',
      method: 'get',
      path: '/notifications',
      tag,
      summary: 'What one was told, the newest first, and how much of it is unread (at most 100 are counted).',
      may: 'signed-in',
      query: z.object({ ...pageQuery, unread: z.enum(['true', 'false']).default('false') }),
      reply: pageOf(NoticeShown).extend({ unread: z.number().int() }),
    },
    async (read, { query: asked, who, lang }) => {
      const [after = null] = keyIn(asked.after, 1) ?? []
      const before = after !== null && number.safeParse(String(after)).success ? String(after) : null
      const rows = await listNotices(read, who.user, { before, unread: asked.unread === 'true', limit: asked.limit + 1 })
      const seen = new Map<string, z.input<typeof NoticeShown>>()
      for (const row of rows) seen.set(row.id, await shown(read, row, { who, lang }))
      const item = (row: NoticeRow) => seen.get(row.id) ?? { ...row, object: null, params: {} }
      return { ...page(rows, asked.limit, { item, key: (row) => [row.id] }), unread: await unreadCount(read, who.user, COUNTED) }
    },
  ),
  command(
    'notification.read',
    {
      id: 'readNotifications',
      method: 'post',
      path: '/notifications/read',
      tag,
      summary: 'Mark notifications of one’s own as read: those named, and all up to one.',
      may: 'signed-in',
      body: z.strictObject({ ids: z.array(number).max(200).default([]), upTo: number.nullable().default(null) }),
      reply: z.object({ marked: z.number().int() }),
    },
    async (tx, { body, who, now }) => ({ marked: await markRead(tx, who.user, { ...body, now }) }),
  ),
  query(
    { id: 'getNotificationSettings', method: 'get', path: '/notifications/settings', tag, summary: 'What one wants to be told.', may: 'signed-in', reply: Settings },
    async (read, { who }) => {
      const off = await kindsOff(read, who.user)
      return { off: NOTICE_KINDS.filter((kind) => off.includes(kind)) }
    },
  ),
  command(
    'notification.settings',
    {
      id: 'setNotificationSettings',
      method: 'put',
      path: '/notifications/settings',
      tag,
      summary: 'Choose what one wants to be told.',
      may: 'signed-in',
      body: Settings,
      reply: Settings,
    },
    async (tx, { body, who }) => {
      await setKindsOff(tx, who.user, body.off)
      return body
    },
  ),
]
