-- Factors for outside causes: for a unit and everybody below it, in one period, with the reason. An empty scheme is any, an empty line the whole score.
create table app.factor (
  period text not null,
  unit_id text collate "C" not null references app.unit,
  scheme text collate "C" not null default '',
  line text collate "C" not null default '',
  factor numeric not null check (factor > 0),
  reason text not null check (reason <> ''),
  entered_by text not null check (entered_by <> ''),
  source text,
  primary key (period, unit_id, scheme, line)
);

insert into app.org_state (part) values ('factor');
create trigger org_insert after insert on app.factor referencing new table as after_rows for each statement execute function app.org_touch();
create trigger org_update after update on app.factor referencing old table as before_rows new table as after_rows for each statement execute function app.org_touch();
create trigger org_delete after delete on app.factor referencing old table as before_rows for each statement execute function app.org_touch();

-- The factor that the whole score was multiplied by; those of its lines are in `lines`.
alter table calc.score add column factor numeric;
