-- Who changed targets and pay items, when, from what to what, and why.

create table app.target_change (
  seq bigint generated always as identity,
  employee_id text collate "C" not null,
  measure text collate "C" not null,
  period text not null,
  level text not null check (level in ('target', 'stretch', 'challenge')),
  before numeric,
  after numeric,
  changed_at timestamptz not null default now(),
  user_id text collate "C",
  user_name text,
  reason text not null default '',
  source text,
  primary key (employee_id, seq)
);
create index target_change_cell on app.target_change (employee_id, measure, period, seq);
comment on table app.target_change is 'Every change of a target: one row a level, written by triggers of app.target, never changed. user_id is null where the command line did it; source is the file the new figure came from.';

create table app.pay_change (
  seq bigint generated always as identity,
  employee_id text collate "C" not null,
  item text collate "C" not null,
  from_date date not null,
  before numeric,
  after numeric,
  changed_at timestamptz not null default now(),
  user_id text collate "C",
  user_name text,
  reason text not null default '',
  source text,
  primary key (employee_id, seq)
);
create index pay_change_item on app.pay_change (employee_id, item, seq);
comment on table app.pay_change is 'Every change of a pay item, written by triggers of app.pay, never changed. user_id is null where the command line did it.';

create function app.change_is_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'app.% is append-only', tg_table_name;
end
$$;
create trigger append_only before update or delete or truncate on app.target_change for each statement execute function app.change_is_append_only();
create trigger append_only before update or delete or truncate on app.pay_change for each statement execute function app.change_is_append_only();

-- Who is at it, as a transaction says with set_config('heng.change', …): {"user", "name", "reason"}.
create function app.changing() returns jsonb language sql stable as $$
  select coalesce(nullif(current_setting('heng.change', true), '')::jsonb, '{}'::jsonb)
$$;

create function app.target_log() returns trigger language plpgsql as $$
declare
  doer jsonb := app.changing();
begin
  if tg_op = 'INSERT' then
    insert into app.target_change (employee_id, measure, period, level, before, after, user_id, user_name, reason, source)
    select a.employee_id, a.measure, a.period, l.level, null, l.after, doer ->> 'user', doer ->> 'name', coalesce(doer ->> 'reason', ''), a.source
    from after_rows a cross join lateral (values ('target', a.target), ('stretch', a.stretch), ('challenge', a.challenge)) as l (level, after)
    where l.after is not null;
  elsif tg_op = 'UPDATE' then
    insert into app.target_change (employee_id, measure, period, level, before, after, user_id, user_name, reason, source)
    select a.employee_id, a.measure, a.period, l.level, l.before, l.after, doer ->> 'user', doer ->> 'name', coalesce(doer ->> 'reason', ''), a.source
    from after_rows a join before_rows b on b.employee_id = a.employee_id and b.measure = a.measure and b.period = a.period
    cross join lateral (values ('target', b.target, a.target), ('stretch', b.stretch, a.stretch), ('challenge', b.challenge, a.challenge)) as l (level, before, after)
    where l.before is distinct from l.after;
  else
    insert into app.target_change (employee_id, measure, period, level, before, after, user_id, user_name, reason)
    select b.employee_id, b.measure, b.period, l.level, l.before, null, doer ->> 'user', doer ->> 'name', coalesce(doer ->> 'reason', '')
    from before_rows b cross join lateral (values ('target', b.target), ('stretch', b.stretch), ('challenge', b.challenge)) as l (level, before)
    where l.before is not null;
  end if;
  return null;
end
$$;
create trigger log_insert after insert on app.target referencing new table as after_rows for each statement execute function app.target_log();
create trigger log_update after update on app.target referencing old table as before_rows new table as after_rows for each statement execute function app.target_log();
create trigger log_delete after delete on app.target referencing old table as before_rows for each statement execute function app.target_log();

create function app.pay_log() returns trigger language plpgsql as $$
declare
  doer jsonb := app.changing();
begin
  if tg_op = 'INSERT' then
    insert into app.pay_change (employee_id, item, from_date, before, after, user_id, user_name, reason, source)
    select a.employee_id, a.item, a.from_date, null, a.amount, doer ->> 'user', doer ->> 'name', coalesce(doer ->> 'reason', ''), a.source from after_rows a;
  elsif tg_op = 'UPDATE' then
    insert into app.pay_change (employee_id, item, from_date, before, after, user_id, user_name, reason, source)
    select a.employee_id, a.item, a.from_date, b.amount, a.amount, doer ->> 'user', doer ->> 'name', coalesce(doer ->> 'reason', ''), a.source
    from after_rows a join before_rows b on b.employee_id = a.employee_id and b.item = a.item and b.from_date = a.from_date
    where b.amount is distinct from a.amount;
  else
    insert into app.pay_change (employee_id, item, from_date, before, after, user_id, user_name, reason)
    select b.employee_id, b.item, b.from_date, b.amount, null, doer ->> 'user', doer ->> 'name', coalesce(doer ->> 'reason', '') from before_rows b;
  end if;
  return null;
end
$$;
create trigger log_insert after insert on app.pay referencing new table as after_rows for each statement execute function app.pay_log();
create trigger log_update after update on app.pay referencing old table as before_rows new table as after_rows for each statement execute function app.pay_log();
create trigger log_delete after delete on app.pay referencing old table as before_rows for each statement execute function app.pay_log();
