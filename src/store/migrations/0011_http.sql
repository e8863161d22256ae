-- What every command of the API leaves behind: its answer for a repeated request, and an entry in the audit trail.

create table app.idempotency (
  user_id text collate "C" not null,
  key text collate "C" not null,
  request bytea not null,
  status int,
  headers jsonb,
  body json,
  at timestamptz not null default now(),
  primary key (user_id, key)
);
create index idempotency_at on app.idempotency (at);
comment on table app.idempotency is 'Answers to commands by the key their caller gave, written in the transaction of the command. A row without a status is a command under way. Kept some days.';
comment on column app.idempotency.request is 'SHA-256 of method, address and body: the same key with another request is refused.';

create table app.audit (
  seq bigint primary key check (seq > 0),
  at timestamptz not null,
  user_id text collate "C",
  user_name text not null,
  via text not null,
  command text collate "C" not null,
  object text,
  detail jsonb not null,
  ip text,
  previous bytea not null,
  hash bytea not null
);
create index audit_at on app.audit (at);
create index audit_object on app.audit (object, seq);
create index audit_user on app.audit (user_id, seq);
comment on table app.audit is 'Who did what: one row a command, written in its transaction, never changed. `hash` is the SHA-256 of the row and of the hash before it (src/server/http/audit.ts), so that an edited or missing row is found.';
comment on column app.audit.seq is 'Counts from 1 without a gap.';

create function app.audit_is_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'app.audit is append-only';
end
$$;
create trigger append_only before update or delete or truncate on app.audit for each statement execute function app.audit_is_append_only();
