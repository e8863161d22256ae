-- Streams of events end when their session does.
create function app.tell_session_end() returns trigger language plpgsql as $$
begin
  perform pg_notify('heng', json_build_object('endSession', new.session_id)::text);
  return null;
end $$;
create trigger session_end_told after update of ended_at on app.session for each row when (new.ended_at is not null and old.ended_at is null) execute function app.tell_session_end();
