import { sql } from '../../base/sql.ts'
import type { Store } from '../../store/types.ts'
import type { Who } from '../http/who.ts'
import { isLive } from './sessions.ts'

/** Whether the session or key with which somebody came in still holds. Asking does not count as use. */
export async function stillIn(store: Store, { via, user }: Who, now: Date): Promise<boolean> {
  const valid =
    via.kind === 'session'
      ? sql`select 1 from app.session s join app.user u using (user_id) where s.session_id::text = ${via.session} and ${isLive(now)} and u.user_id::text = ${user} and u.disabled_at is null`
      : sql`select 1 from app.api_key k join app.user u using (user_id)
            where k.api_key_id::text = ${via.key} and k.revoked_at is null and k.expires_at > ${now.toISOString()}::timestamptz and u.user_id::text = ${user} and u.disabled_at is null`
  return (await store.ask(valid)) !== undefined
}
