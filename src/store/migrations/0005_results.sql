-- Targets, pay items, and what a run makes of them: scores and earnings.

alter table app.document drop constraint document_kind_check,
  add constraint document_kind_check check (kind in ('company', 'dataset', 'measure', 'table', 'scheme', 'incentive'));

-- What is asked of a person: of a measure, in a period. from_date and until_date are those of the period, `kind` its kind.
create table app.target (
  employee_id text collate "C" not null references app.employee,
  measure text collate "C" not null,
  period text not null,
  kind text not null,
  from_date date not null,
  until_date date not null,
  target numeric,
  stretch numeric,
  challenge numeric,
  source text,
  primary key (employee_id, measure, period),
  check (from_date < until_date)
);
create index target_period on app.target (from_date, until_date);

-- What a person is paid by contract: base salary, performance salary … valid from a day until a later row of the same item.
create table app.pay (
  employee_id text collate "C" not null references app.employee,
  item text collate "C" not null,
  from_date date not null default '-infinity',
  amount numeric not null,
  source text,
  primary key (employee_id, item, from_date)
);

insert into app.org_state (part) values ('target'), ('pay');
create trigger org_insert after insert on app.target referencing new table as after_rows for each statement execute function app.org_touch();
create trigger org_update after update on app.target referencing old table as before_rows new table as after_rows for each statement execute function app.org_touch();
create trigger org_delete after delete on app.target referencing old table as before_rows for each statement execute function app.org_touch();
create trigger org_insert after insert on app.pay referencing new table as after_rows for each statement execute function app.org_touch();
create trigger org_update after update on app.pay referencing old table as before_rows new table as after_rows for each statement execute function app.org_touch();
create trigger org_delete after delete on app.pay referencing old table as before_rows for each statement execute function app.org_touch();

-- Scores by run: one row a person who has a scheme. `lines` is LineResult[] of src/engine/results.ts. Append-only.
create table calc.score (
  employee_id text collate "C" not null,
  run_id bigint not null,
  scheme text collate "C" not null,
  score numeric,
  grade text,
  coefficient numeric,
  lines jsonb not null,
  primary key (run_id, employee_id)
);

-- Earnings by run: one row a component of a person's plans. `derivation` is { now, before } of EarningResult. Append-only.
create table calc.earning (
  employee_id text collate "C" not null,
  run_id bigint not null,
  incentive text collate "C" not null,
  component text collate "C" not null,
  amount numeric,
  derivation jsonb not null,
  primary key (run_id, employee_id, incentive, component)
);
