-- Schemas: app (the application's own tables), data (a typed table a dataset), calc (calculated), bi (views for readers).
create schema if not exists app;
create schema if not exists data;
create schema if not exists calc;
create schema if not exists bi;

-- Quotient rounded half away from zero at a scale, exactly; the twin of base/decimal.ts `divide`. Null where the divisor is zero.
-- Whole-number division first, then a product with a power of ten: PostgreSQL's own `/` keeps only some sixteen significant digits.
create function app.divide(a numeric, b numeric, scale int) returns numeric
  language sql immutable parallel safe
  return case when b = 0 then null else
    sign(a) * sign(b) * div(2 * abs(a) * ('1e' || scale::text)::numeric + abs(b), 2 * abs(b)) * ('1e-' || scale::text)::numeric end;

-- Published documents. A version is never edited, only followed by a newer one; body null: the document was withdrawn.
create table app.document (
  kind text not null check (kind in ('company', 'dataset', 'measure')),
  id text collate "C" not null,
  version int not null check (version > 0),
  -- json, not jsonb: the order of fields and weights is part of what the author wrote.
  body json,
  hash text not null,
  published_at timestamptz not null default now(),
  primary key (kind, id, version)
);
