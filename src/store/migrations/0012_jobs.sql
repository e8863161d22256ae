create table app.job (
  -- uuid version 7: in the order in which jobs were asked for.
  job_id uuid primary key,
  kind text not null,
  input jsonb not null,
  -- Jobs with the same key are the same wish: while one waits, no second one is made.
  key text,
  state text not null default 'queued' check (state in ('queued', 'running', 'done', 'failed', 'cancelled')),
  cancel_asked boolean not null default false,
  -- {"done": 3, "of": 12, "what": "orders"}
  progress jsonb,
  result jsonb,
  -- {"code", "params", "details"}: put into words when it is read.
  error jsonb,
  -- Id of the user; null: asked for by the program itself.
  created_by text,
  created_at timestamptz not null default clock_timestamp(),
  started_at timestamptz,
  finished_at timestamptz,
  -- How often it was taken; see JOB_ATTEMPTS.
  attempts int not null default 0,
  check ((finished_at is not null) = (state in ('done', 'failed', 'cancelled')))
);
comment on table app.job is 'Long work that outlives a request: runs, imports, exports, back-tests. Whoever works on a job holds a session lock named after it; one that is running without was left behind by a process that died, and goes on in another.';
create unique index job_waiting on app.job (key) where state = 'queued' and key is not null;
create index job_open on app.job (job_id) where state in ('queued', 'running');
create index job_of on app.job (created_by, job_id);
-- Who started a run.
create index job_run on app.job ((result ->> 'run')) where kind = 'run';

-- Whoever watches a job, or the results of a period, is told on the channel `heng` when something changed.
create function app.tell_job() returns trigger language plpgsql as $$
begin
  perform pg_notify('heng', json_build_object('job', new.job_id)::text);
  return null;
end $$;
create trigger job_told after insert or update on app.job for each row execute function app.tell_job();

create function calc.tell_run() returns trigger language plpgsql as $$
begin
  perform pg_notify('heng', json_build_object('run', new.run_id::text, 'period', new.period)::text);
  return null;
end $$;
create trigger run_told after insert on calc.run for each row execute function calc.tell_run();

-- The newest run of a period is asked for by every page.
create index run_period on calc.run (period, run_id desc);
