-- Changes of records as people see them, and files on their way into datasets.

-- Who made a change, and why. Changes by the command line have no row here.
create table app.record_change (
  change bigint primary key,
  dataset text collate "C" not null,
  kind text not null check (kind in ('import', 'manual', 'undo')),
  user_id text,
  user_name text not null,
  reason text not null default '',
  -- The import whose work this change took back: once at most.
  undoes int unique references app.import (import_id),
  -- Records that were left as they are, because somebody changed them after the import.
  kept bigint not null default 0,
  changed_at timestamptz not null default clock_timestamp()
);
comment on table app.record_change is 'Who changed records and why: an import from the application, a record by hand, an import taken back.';

-- A file that was sent: looked at, imported, perhaps again with other choices. Gone after some days.
create table app.upload (
  upload_id uuid primary key,
  dataset text collate "C" not null,
  name text not null,
  bytes bigint not null,
  sha256 text not null,
  user_id text not null,
  created_at timestamptz not null default clock_timestamp(),
  -- The job that imported it last, and the report of it: done twice, the second time finds the report of the first.
  job_id text,
  report jsonb
);
comment on table app.upload is 'Files sent to be imported.';
create index upload_age on app.upload (created_at);

create table app.upload_part (
  upload_id uuid not null references app.upload (upload_id) on delete cascade,
  -- file: what was sent. bad: the file of bad rows of the last import.
  part text not null check (part in ('file', 'bad')),
  number int not null,
  content bytea not null,
  primary key (upload_id, part, number)
);
comment on table app.upload_part is 'The bytes of uploads and of their bad rows, in pieces.';
