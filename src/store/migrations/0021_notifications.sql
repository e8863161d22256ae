-- What somebody is told in the application.

create table app.notification (
  notification_id bigint generated always as identity primary key,
  user_id int not null references app.user,
  -- mention: named in a comment. job: work asked for is over. score: one's own score came out otherwise.
  kind text not null check (kind in ('mention', 'job', 'score')),
  -- What it is about, as in app.comment; job/ID for work.
  object text collate "C" not null,
  -- What the sentence needs; put into words when it is read.
  params jsonb not null,
  at timestamptz not null default clock_timestamp(),
  read_at timestamptz
);
comment on table app.notification is 'What users are told. Whether they still may see what it is about is judged when they read it.';
create index notification_of on app.notification (user_id, notification_id desc);
create index notification_unread on app.notification (user_id) where read_at is null;
-- Several runs before somebody looks are one notification: from the score they saw last to the newest.
create unique index notification_score on app.notification (user_id, object) where kind = 'score' and read_at is null;

create table app.notification_run (
  run_id bigint primary key
);
comment on table app.notification_run is 'Runs whose scores were told: a run that is asked for again tells nothing new.';

create table app.notification_off (
  user_id int not null references app.user,
  kind text not null,
  primary key (user_id, kind)
);
comment on table app.notification_off is 'Kinds that a user does not want to be told.';

-- A part of the name of an object, percent-encoded as JavaScript's encodeURIComponent does.
create function app.uri_part(text) returns text language sql immutable strict as $$
  select coalesce(string_agg(case when c ~ '^[A-Za-z0-9_.!~*''()-]$' then c
      else (select string_agg('%' || upper(lpad(to_hex(get_byte(b, i)), 2, '0')), '' order by i) from (select convert_to(c, 'UTF8') as b) as bytes, generate_series(0, length(b) - 1) as i) end, '' order by n), '')
  from regexp_split_to_table($1, '') with ordinality as letters (c, n)
$$;

-- Whoever has the page open asks again.
create function app.tell_notification() returns trigger language plpgsql as $$
begin
  perform pg_notify('heng', json_build_object('notice', new.user_id::text)::text);
  return null;
end $$;
create trigger notification_told after insert or update on app.notification for each row execute function app.tell_notification();

-- Work that somebody asked for is over, whichever process worked on it.
create function app.notify_job() returns trigger language plpgsql as $$
begin
  insert into app.notification (user_id, kind, object, params)
  select u.user_id, 'job', 'job/' || new.job_id::text,
    jsonb_build_object('job', new.kind, 'state', new.state, 'period', coalesce(new.result ->> 'period', new.input ->> 'period', ''))
  from app.user u
  where u.user_id::text = new.created_by and not exists (select 1 from app.notification_off o where o.user_id = u.user_id and o.kind = 'job');
  return null;
end $$;
create trigger job_notified after update of state on app.job for each row
  when (new.state in ('done', 'failed') and old.state is distinct from new.state and new.created_by is not null)
  execute function app.notify_job();
