import { Refusal } from '../../base/diagnostic.ts'
import { sql } from '../../base/sql.ts'
import type { Tx } from '../../store/types.ts'
import type { Came } from './oidc.ts'

/**
 * The user whom another service means: the one its subject was matched to before, else the one with the address it has verified, who is matched for good.
 * Nobody is made a user by coming in, and a user who was matched to one subject is not matched to a second: an address may pass to somebody else.
 * Errors: `access.oidc-nobody`.
 */
export async function userMeant(tx: Tx, { issuer, subject, email }: Came, now: Date): Promise<{ readonly user: string; readonly name: string }> {
  await tx.lock('access users')
  const at = now.toISOString()
  const known = await tx.first<{ user: string; name: string; disabled: boolean }>(sql`
    select u.user_id::text as user, u.name, u.disabled_at is not null as disabled from app.user_identity i join app.user u on u.user_id = i.user_id
    where i.issuer = ${issuer} and i.subject = ${subject}`)
  if (known?.disabled === true) throw new Refusal('access.oidc-nobody')
  if (known !== undefined) {
    await tx.run(sql`update app.user_identity set seen_at = ${at}::timestamptz where issuer = ${issuer} and subject = ${subject}`)
    return known
  }
  const meant = await tx.first<{ user: string; name: string }>(sql`
    select u.user_id::text as user, u.name from app.user u where lower(u.email) = lower(${email}) and u.disabled_at is null and u.demo_role is null
      and not exists (select 1 from app.user_identity i where i.user_id = u.user_id and i.issuer = ${issuer})`)
  if (meant === undefined) throw new Refusal('access.oidc-nobody')
  await tx.run(sql`insert into app.user_identity (issuer, subject, user_id, seen_at) values (${issuer}, ${subject}, ${meant.user}::int, ${at}::timestamptz)`)
  return meant
}
