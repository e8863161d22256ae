-- Cells hold a stretch of a month instead of a day and are added up from the records themselves. They are made anew by the next run of a period.
do $$
declare
  unused text;
begin
  for unused in select tablename from pg_tables where schemaname = 'calc' and tablename ~ '^(cells|spans)_[0-9a-f]+$' loop
    execute format('drop table calc.%I', unused);
  end loop;
end $$;
drop table calc.span_cover;
drop table calc.cell_cover;

-- Which spans of a group of cells are filled, and up to which change of each dataset they read.
create table calc.cell_cover (
  group_id text not null,
  from_date date not null,
  until_date date not null,
  seen jsonb not null,
  primary key (group_id, from_date, until_date)
);
