-- Users are told when their targets change, and when rules that are theirs are published.

alter table app.notification drop constraint notification_kind_check;
-- target: what is asked of oneself changed. rules: a scheme or an incentive plan that applies to oneself was published or withdrawn.
alter table app.notification add constraint notification_kind_check check (kind in ('mention', 'job', 'score', 'target', 'rules'));

-- However many targets one change sets, and in however many statements: one notification for each person.
create unique index notification_change on app.notification (user_id, kind, (params ->> 'change')) where kind in ('target', 'rules');

-- The transaction under way; its time too, because a database that was restored elsewhere counts anew.
create function app.this_change() returns text language sql stable as $$
  select pg_current_xact_id()::text || ' ' || transaction_timestamp()::text
$$;

-- Whoever changes targets, from wherever: the pages, an import, the command line.
create function app.notify_target() returns trigger language plpgsql as $$
begin
  insert into app.notification (user_id, kind, object, params)
  select u.user_id, 'target', 'target/' || app.uri_part(c.employee_id) || '/' || app.uri_part(c.period),
    jsonb_build_object('measure', c.measure, 'period', c.period, 'level', c.level, 'from', trim_scale(c.before)::text, 'to', trim_scale(c.after)::text,
      'by', c.user_name, 'count', c.cells::text, 'change', app.this_change())
  from (select distinct on (employee_id) *, count(*) over (partition by employee_id) as cells from changed order by employee_id, seq) as c
  join app.user u on u.employee_id = c.employee_id and u.disabled_at is null
  where u.user_id::text is distinct from c.user_id and not exists (select 1 from app.notification_off o where o.user_id = u.user_id and o.kind = 'target')
  order by u.user_id
  on conflict (user_id, kind, (params ->> 'change')) where kind in ('target', 'rules')
  do update set params = notification.params || jsonb_build_object('count', ((notification.params ->> 'count')::int + (excluded.params ->> 'count')::int)::text);
  return null;
end $$;
create trigger notified after insert on app.target_change referencing new table as changed for each statement execute function app.notify_target();
