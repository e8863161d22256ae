-- People, units and the two lines, all with dates. Stretches are half-open: from_date counts, until_date does not; '-infinity' and 'infinity' are open ends.
-- The closures are worked out once, by the command that changes a line (server/org/closure.ts); no query climbs a line.

create table app.employee (
  employee_id text collate "C" primary key check (employee_id <> ''),
  name text not null,
  email text,
  custom jsonb not null default '{}'
);

-- Other spellings of a person in files. `folded` is the spelling as it is compared: one spelling means one person.
create table app.employee_alias (
  folded text collate "C" primary key,
  alias text not null,
  employee_id text collate "C" not null references app.employee on delete cascade
);
create index employee_alias_employee on app.employee_alias (employee_id);

-- `declared`: the unit was given by a file of units; otherwise a person's row was the first to name it.
create table app.unit (
  unit_id text collate "C" primary key check (unit_id <> ''),
  name text not null,
  declared boolean not null default false,
  custom jsonb not null default '{}'
);

create table app.unit_edge (
  unit_id text collate "C" not null references app.unit,
  parent_id text collate "C" not null references app.unit,
  from_date date not null default '-infinity',
  until_date date not null default 'infinity',
  primary key (unit_id, from_date),
  check (from_date < until_date),
  check (unit_id <> parent_id)
);

-- Every unit above a unit, with the steps between them; depth 0 is the unit itself, at all times.
create table app.unit_closure (
  parent_id text collate "C" not null,
  unit_id text collate "C" not null,
  depth int not null check (depth >= 0),
  from_date date not null,
  until_date date not null,
  primary key (parent_id, unit_id, from_date)
);
create index unit_closure_above on app.unit_closure (unit_id, from_date);

-- Where a person worked, as what, in which role. A person is active on the days of these stretches, and on no other.
create table app.assignment (
  employee_id text collate "C" not null references app.employee,
  from_date date not null default '-infinity',
  until_date date not null default 'infinity',
  unit_id text collate "C" references app.unit,
  position text,
  role text,
  primary key (employee_id, from_date),
  check (from_date < until_date)
);
create index assignment_unit on app.assignment (unit_id, from_date);

-- Who reports to whom, and who was brought in by whom. Stretches of one person on one line never overlap.
create table app.line_edge (
  line text collate "C" not null check (line in ('reporting', 'sponsor')),
  employee_id text collate "C" not null references app.employee,
  superior_id text collate "C" not null references app.employee,
  from_date date not null default '-infinity',
  until_date date not null default 'infinity',
  primary key (line, employee_id, from_date),
  check (from_date < until_date),
  check (employee_id <> superior_id)
);
create index line_edge_below on app.line_edge (line, superior_id, from_date);

-- Everybody above a person, with the steps between them; depth 0 is the person, at all times.
-- The key answers "who was below X on these days", the index "who was above X".
create table app.line_closure (
  line text collate "C" not null,
  superior_id text collate "C" not null,
  employee_id text collate "C" not null,
  depth int not null check (depth >= 0),
  from_date date not null,
  until_date date not null,
  primary key (line, superior_id, employee_id, from_date)
);
create index line_closure_above on app.line_closure (line, employee_id, from_date);

-- So many units of the company's currency for one of `currency`, from `day` on.
create table app.rate (
  currency text collate "C" not null check (currency ~ '^[A-Z]{3}$'),
  day date not null,
  rate numeric not null check (rate > 0),
  primary key (currency, day)
);

-- What the org facts are, in one number a table: the sum of the hashes of its rows, whatever their order.
-- `change` grows with every statement that changed a row, so a run can tell that nothing happened since.
create sequence app.org_change_seq;
create table app.org_state (
  part text collate "C" primary key,
  change bigint not null default 0,
  checksum numeric not null default 0
);
insert into app.org_state (part) values
  ('employee'), ('employee_alias'), ('unit'), ('unit_edge'), ('assignment'), ('line_edge'), ('rate');

-- Keeps app.org_state true to the rows: nothing changes these tables unseen. Dates must print alike in every session, hence the setting.
create function app.org_touch() returns trigger language plpgsql set datestyle to 'ISO, YMD' as $$
declare
  gone numeric := 0;
  come numeric := 0;
  touched bigint := 0;
  more bigint := 0;
begin
  if tg_op <> 'INSERT' then
    select coalesce(sum(hashtextextended(tg_table_name || b::text, 0)), 0), count(*) into gone, touched from before_rows b;
  end if;
  if tg_op <> 'DELETE' then
    select coalesce(sum(hashtextextended(tg_table_name || a::text, 0)), 0), count(*) into come, more from after_rows a;
  end if;
  if touched + more > 0 then
    update app.org_state set change = nextval('app.org_change_seq'), checksum = checksum - gone + come where part = tg_table_name;
  end if;
  return null;
end $$;

create trigger org_insert after insert on app.employee referencing new table as after_rows for each statement execute function app.org_touch();
create trigger org_update after update on app.employee referencing old table as before_rows new table as after_rows for each statement execute function app.org_touch();
create trigger org_delete after delete on app.employee referencing old table as before_rows for each statement execute function app.org_touch();
create trigger org_insert after insert on app.employee_alias referencing new table as after_rows for each statement execute function app.org_touch();
create trigger org_update after update on app.employee_alias referencing old table as before_rows new table as after_rows for each statement execute function app.org_touch();
create trigger org_delete after delete on app.employee_alias referencing old table as before_rows for each statement execute function app.org_touch();
create trigger org_insert after insert on app.unit referencing new table as after_rows for each statement execute function app.org_touch();
create trigger org_update after update on app.unit referencing old table as before_rows new table as after_rows for each statement execute function app.org_touch();
create trigger org_delete after delete on app.unit referencing old table as before_rows for each statement execute function app.org_touch();
create trigger org_insert after insert on app.unit_edge referencing new table as after_rows for each statement execute function app.org_touch();
create trigger org_update after update on app.unit_edge referencing old table as before_rows new table as after_rows for each statement execute function app.org_touch();
create trigger org_delete after delete on app.unit_edge referencing old table as before_rows for each statement execute function app.org_touch();
create trigger org_insert after insert on app.assignment referencing new table as after_rows for each statement execute function app.org_touch();
create trigger org_update after update on app.assignment referencing old table as before_rows new table as after_rows for each statement execute function app.org_touch();
create trigger org_delete after delete on app.assignment referencing old table as before_rows for each statement execute function app.org_touch();
create trigger org_insert after insert on app.line_edge referencing new table as after_rows for each statement execute function app.org_touch();
create trigger org_update after update on app.line_edge referencing old table as before_rows new table as after_rows for each statement execute function app.org_touch();
create trigger org_delete after delete on app.line_edge referencing old table as before_rows for each statement execute function app.org_touch();
create trigger org_insert after insert on app.rate referencing new table as after_rows for each statement execute function app.org_touch();
create trigger org_update after update on app.rate referencing old table as before_rows new table as after_rows for each statement execute function app.org_touch();
create trigger org_delete after delete on app.rate referencing old table as before_rows for each statement execute function app.org_touch();
