-- Comments on what people look at together.

create table app.comment (
  comment_id bigint generated always as identity primary key,
  -- What it is about: score/EMPLOYEE/PERIOD, target/EMPLOYEE/PERIOD, record/DATASET/ID, run/ID, measure/ID, scheme/ID, incentive/ID; each part percent-encoded.
  object text collate "C" not null,
  user_id int not null references app.user,
  text text not null,
  created_at timestamptz not null,
  edited_at timestamptz,
  -- A deleted comment keeps its place and loses its text.
  deleted_at timestamptz,
  check (deleted_at is null or text = '')
);
comment on table app.comment is 'What people write beside a score, a target, a record, a run or a rule. Who may see the object sees its comments.';
create index comment_of on app.comment (object, comment_id);

create table app.comment_mention (
  comment_id bigint not null references app.comment on delete cascade,
  user_id int not null references app.user,
  primary key (comment_id, user_id)
);
comment on table app.comment_mention is 'Who was named in a comment; each of them could see its object then.';

-- Pages that show comments ask again; which ones they are is told to nobody.
create function app.tell_comment() returns trigger language plpgsql as $$
begin
  perform pg_notify('heng', '{"comments":true}');
  return null;
end $$;
create trigger comment_told after insert or update on app.comment for each row execute function app.tell_comment();
