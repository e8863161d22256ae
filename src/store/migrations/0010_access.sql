-- Who may come in and what they may do: users, sessions, one-time links, keys, roles, delegations; and settings of the company that are no document.

create table app.setting (
  name text collate "C" primary key,
  value jsonb not null,
  changed_at timestamptz not null default now()
);
comment on table app.setting is 'What holds for the whole company and is no document: `demo` = true allows to look around as anybody.';

create table app.user (
  user_id int generated always as identity primary key,
  -- Folded as it is compared: NFKC, lower case, without white space around it.
  login text collate "C" not null unique check (login <> ''),
  name text not null check (name <> ''),
  email text,
  employee_id text collate "C" references app.employee,
  lang text check (lang in ('zh', 'en')),
  -- The role that a made-up user of the demo company stands for; null: a real user.
  demo_role text unique,
  disabled_at timestamptz,
  created_at timestamptz not null default now()
);
create unique index user_email on app.user (lower(email));
create unique index user_employee on app.user (employee_id) where demo_role is null;
comment on table app.user is 'Who can sign in. Nobody is deleted: what somebody did keeps a name; who may no longer come in is disabled.';

create table app.user_password (
  user_id int primary key references app.user,
  hash text not null,
  set_at timestamptz not null
);
comment on table app.user_password is 'argon2id hashes, apart from the users so that no list can show one by accident.';

create table app.user_identity (
  issuer text not null,
  subject text not null,
  user_id int not null references app.user,
  seen_at timestamptz not null,
  primary key (issuer, subject)
);
create index user_identity_user on app.user_identity (user_id);
comment on table app.user_identity is 'Whom another sign-in service (OIDC) means by a subject.';

create table app.user_role (
  user_role_id uuid primary key default gen_random_uuid(),
  user_id int not null references app.user,
  role text not null,
  from_date date not null,
  until_date date not null default 'infinity',
  -- Replaces the reach of the role's permissions about people; null: as the role has it.
  reach text check (reach in ('own', 'reports', 'unit', 'units', 'all')),
  given_by int references app.user,
  given_at timestamptz not null,
  ended_by int references app.user,
  ended_at timestamptz,
  check (from_date < until_date)
);
create index user_role_user on app.user_role (user_id);
comment on table app.user_role is 'Access roles of users, with dates (half-open). One that is ended counts on no day any more, but stays.';

create table app.session (
  session_id uuid primary key default gen_random_uuid(),
  token_hash bytea not null unique,
  user_id int not null references app.user,
  how text not null check (how in ('password', 'link', 'oidc', 'demo')),
  address text not null,
  agent text not null,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  ended_at timestamptz
);
create index session_of_user on app.session (user_id, created_at);
create index session_created on app.session (created_at);
comment on table app.session is 'Sign-ins. The cookie holds a token of 256 random bits, this table its SHA-256: who reads the table cannot use it.';

create table app.device (
  token_hash bytea primary key,
  user_id int not null references app.user,
  created_at timestamptz not null
);
comment on table app.device is 'Browsers in which somebody has signed in before: strangers’ failures do not make them wait.';

create table app.sign_in_wait (
  key bytea primary key,
  failures int not null,
  failed_at timestamptz not null,
  until timestamptz not null
);
comment on table app.sign_in_wait is 'Failed sign-ins by what they had in common (hashed): address and login, address, login; until when the next must wait.';

create table app.link (
  token_hash bytea primary key,
  kind text not null check (kind in ('setup', 'sign-in', 'password')),
  user_id int references app.user,
  created_by int references app.user,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  check ((kind = 'setup') = (user_id is null))
);
comment on table app.link is 'One-time links: for the first administrator (setup), to come in (sign-in), to choose a password (password).';

create table app.api_key (
  api_key_id uuid primary key default gen_random_uuid(),
  token_hash bytea not null unique,
  -- The first characters, by which people tell keys apart.
  shown text not null,
  user_id int not null references app.user,
  name text not null,
  scopes text[] not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  seen_at timestamptz,
  revoked_at timestamptz
);
create index api_key_user on app.api_key (user_id);
comment on table app.api_key is 'Keys of programs. A key may what its user may at the time, and no more than its scopes.';

create table app.delegation (
  delegation_id uuid primary key default gen_random_uuid(),
  from_user int not null references app.user,
  to_user int not null references app.user,
  from_date date not null,
  until_date date not null,
  permissions text[] not null,
  reason text not null,
  created_by int not null references app.user,
  created_at timestamptz not null,
  ended_by int references app.user,
  ended_at timestamptz,
  check (from_date < until_date),
  check (from_user <> to_user)
);
create index delegation_to on app.delegation (to_user);
create index delegation_from on app.delegation (from_user);
comment on table app.delegation is 'Who stands in for whom on which days. The stand-in has these permissions, counted from the employee who is away.';
