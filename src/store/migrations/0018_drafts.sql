-- Documents that people are working on in the pages, and who published which version, and why.

create table app.draft (
  kind text not null check (kind in ('company', 'dataset', 'measure', 'table', 'scheme', 'incentive')),
  id text collate "C" not null,
  -- json, not jsonb: the order of fields and lines is part of what its author wrote. It may be wrong: what was typed survives.
  body json not null,
  -- The version in force when the draft was begun, or brought up to date; null where there was none.
  based_on int,
  -- Counts every time it was saved.
  revision int not null check (revision > 0),
  user_id text not null,
  user_name text not null,
  saved_at timestamptz not null default clock_timestamp(),
  primary key (kind, id)
);
comment on table app.draft is 'Documents being written: at most one draft a document, shared by all who may write rules.';

create table app.publication (
  kind text not null,
  id text collate "C" not null,
  version int not null,
  user_id text not null,
  user_name text not null,
  note text not null default '',
  primary key (kind, id, version),
  foreign key (kind, id, version) references app.document (kind, id, version)
);
comment on table app.publication is 'Who published a version of a document from the application, and why. Versions that the command line applied have no row here.';
