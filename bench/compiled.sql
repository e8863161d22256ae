-- cells of calc."cells_90d2585f64f68bbb"
select x.employee_id, (["2026-07-01","2026-08-01","2026-09-01"]::date[])[x.span] as from_date, (["2026-08-01","2026-09-01","2026-10-01"]::date[])[x.span] as until_date, x."s1" , x."s2" , x."s3" , x."s4"
  from (select "r1"."employee" as employee_id, width_bucket("r1"."day", ["2026-07-01","2026-08-01","2026-09-01"]::date[]) as span, count(*) as "s1" , count(*) filter (where ("r1"."amount")::numeric is not null) as "s2" , sum(("r1"."amount")::numeric) as "s3" , sum(("r1"."cost")::numeric) as "s4"
  from "data"."orders" as "r1"
  where "r1"."day" >= '2026-07-01'::date and "r1"."day" < '2026-10-01'::date and "r1"."employee" is not null and ("r1"."status" = 'won'::text collate "C")
  group by 1, 2) as x;

-- keys of calc."keys_6acdc452c7abe7d7"
select "r1"."employee" as employee_id, ("r1"."customer")::text collate "C" as key
  from "data"."orders" as "r1"
  where "r1"."day" >= '2026-07-01'::date and "r1"."day" < '2026-10-01'::date and "r1"."employee" is not null and (("r1"."customer")::text collate "C") is not null and ("r1"."status" = 'won'::text collate "C")
  group by 1, 2;

-- values of everybody
with "b0" as materialized (select t.employee_id, min(t.from_date) as from_date, sum("s1") as "s1" , sum("s2") as "s2" , sum("s3") as "s3" , sum("s4") as "s4"
  from "calc"."cells_90d2585f64f68bbb" as t
  join unnest(["2026-07-01","2026-08-01","2026-09-01"]::date[], ["2026-08-01","2026-09-01","2026-10-01"]::date[]) as w(from_date, until_date) on t.from_date = w.from_date and t.until_date = w.until_date
  group by t.employee_id, width_bucket(t.from_date, ["2026-07-01"]::date[])),
"a0" as (select "b0".employee_id as employee_id, coalesce(sum("b0"."s3"), 0) as "v0" , coalesce(sum("b0"."s1"), 0) as "v1" , app.divide(sum("b0"."s3"), coalesce(sum("b0"."s2"), 0), 40) as "v3" , coalesce(sum("b0"."s4"), 0) as "v4"
  from "b0"
  group by 1),
"a2" as (select k.employee_id, k.keys as "v2"
  from "calc"."counts_6acdc452c7abe7d7" as k
  where k.from_date = '2026-07-01'::date and k.until_date = '2026-10-01'::date),
"b3" as materialized (select t.employee_id, min(t.from_date) as from_date, sum("s1") as "s1" , sum("s2") as "s2" , sum("s3") as "s3" , sum("s4") as "s4"
  from "calc"."cells_90d2585f64f68bbb" as t
  join unnest(["2026-04-01","2026-05-01","2026-06-01"]::date[], ["2026-05-01","2026-06-01","2026-07-01"]::date[]) as w(from_date, until_date) on t.from_date = w.from_date and t.until_date = w.until_date
  group by t.employee_id, width_bucket(t.from_date, ["2026-04-01"]::date[])),
"a3" as (select "b3".employee_id as employee_id, coalesce(sum("b3"."s3"), 0) as "v6"
  from "b3"
  group by 1),
"c5" as materialized (select l.employee_id, l.superior_id, l.depth, l.from_date, l.until_date
  from app.line_closure as l
  where l.line = 'reporting'::text and l.from_date < '2026-10-01'::date and l.until_date > '2026-07-01'::date),
"a5" as (select l.superior_id as employee_id, coalesce(sum("b0"."s3"), 0) as "v8"
  from "b0"
  join "c5" as l on l.employee_id = "b0".employee_id and l.from_date <= "b0".from_date and l.until_date > "b0".from_date
  group by 1),
l0 as materialized (select e.employee_id, coalesce("a0"."v0", 0) as "v0" , coalesce("a0"."v1", 0) as "v1" , round(round("a0"."v3", 20), 2) as "v3" , coalesce("a0"."v4", 0) as "v4" , coalesce("a2"."v2", 0) as "v2" , coalesce("a3"."v6", 0) as "v6" , coalesce("a5"."v8", 0) as "v8"
  from (select employee_id
  from app.employee) as e
  left join "a0" on "a0".employee_id = e.employee_id 
  left join "a2" on "a2".employee_id = e.employee_id 
  left join "a3" on "a3".employee_id = e.employee_id 
  left join "a5" on "a5".employee_id = e.employee_id),
"l1" as materialized (select "l0".*, round(round(((app.divide(("v0" - "v4"), "v0", 40) * '100'::numeric))::numeric, 20), 2) as "v5" , round(round(((app.divide(("v0" - "v6"), abs("v6"), 40) * '100'::numeric))::numeric, 20), 2) as "v7" , round(round((app.divide("v0", "v2", 40))::numeric, 20), 2) as "v9"
  from "l0") select *
  from "l1";
