-- Records written into a file by a job, to be fetched by whoever asked. Gone after some days.
create table app.export (
  export_id uuid primary key,
  user_id text not null,
  dataset text collate "C" not null,
  -- Of the file that is fetched.
  name text not null,
  format text not null check (format in ('csv', 'xlsx')),
  lang text not null check (lang in ('zh', 'en')),
  -- Which records, in which order.
  asked jsonb not null,
  -- Who asked, with the rights of that moment: who has others by now does not get the file.
  who jsonb not null,
  job_id uuid,
  created_at timestamptz not null default clock_timestamp(),
  -- Of the finished file; null until then.
  rows bigint,
  bytes bigint
);
comment on table app.export is 'Records asked for as a file.';
create index export_of on app.export (user_id, export_id desc);
create index export_age on app.export (created_at);

create table app.export_part (
  export_id uuid not null references app.export (export_id) on delete cascade,
  number int not null,
  content bytea not null,
  primary key (export_id, number)
);
comment on table app.export_part is 'The bytes of finished exports, in pieces.';
