-- Runs: what was computed when, from which documents and which state of the data.
create table calc.run (
  run_id bigint generated always as identity primary key,
  period text not null,
  program_hash text not null,
  inputs_hash text not null,
  -- Newest change of every dataset, and of people and rates, that the run saw.
  watermark jsonb not null,
  -- Versions of all documents that the run used: {"measure/won_revenue": 3, …}.
  versions jsonb not null,
  started_at timestamptz not null default now(),
  finished_at timestamptz not null default clock_timestamp()
);

-- Values of measures by run: a row a person, {"won_revenue": "47208", "win_rate": null, …} with exact decimals as text. Append-only.
-- employee_id is part of the key, so that the table can be distributed by it; the run leads, so that a run is written in order.
create table calc.value (
  employee_id text collate "C" not null,
  run_id bigint not null,
  figures jsonb not null,
  primary key (run_id, employee_id)
);

-- Which months of a group of cells are filled, and up to which change of each dataset they read.
create table calc.cell_cover (
  group_id text not null,
  month date not null,
  seen jsonb not null,
  primary key (group_id, month)
);

-- Which spans of a group are added up.
create table calc.span_cover (
  group_id text not null,
  from_date date not null,
  until_date date not null,
  primary key (group_id, from_date, until_date)
);

-- Which periods of a set of distinct keys are filled, and up to which change of each dataset they read.
create table calc.key_cover (
  keys_id text not null,
  from_date date not null,
  until_date date not null,
  seen jsonb not null,
  primary key (keys_id, from_date, until_date)
);
