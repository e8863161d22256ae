-- Business data. Each dataset has a typed table in schema data, made by server/datasets; here is what all of them share.

-- One number for every import or command that changes records, taken under the lock of the dataset: within a dataset, numbers are in the order of commits.
create sequence app.change_seq;

-- What a dataset holds now. `checksum`: the sum of hashes of the contents of its rows, the same whatever their order and batches.
create table app.dataset_state (
  dataset text collate "C" primary key,
  change bigint not null,
  rows bigint not null,
  checksum numeric not null
);

-- Files that changed something. A file that changed nothing leaves no row.
create table app.import (
  import_id int generated always as identity primary key,
  dataset text collate "C" not null,
  change bigint not null,
  mode text not null check (mode in ('merge', 'complete', 'delete')),
  file text not null,
  sha256 text not null,
  bytes bigint not null,
  rows_read bigint not null,
  rows_bad bigint not null,
  inserted bigint not null,
  changed bigint not null,
  same bigint not null,
  deleted bigint not null,
  started_at timestamptz not null,
  finished_at timestamptz not null
);
create index import_dataset on app.import (dataset, import_id);

-- Guards the tables of records: emptying one at a stroke would leave no history.
create function app.refuse_truncate() returns trigger language plpgsql as $$
begin
  raise exception 'records are deleted one by one, so that their history stays (table %)', tg_table_name using errcode = 'HE001';
end $$;
