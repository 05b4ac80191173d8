-- What was answered to requests that named a key, so that the same request sent again does nothing twice. Written in the
-- transaction that makes the change; forgotten after a day.
create table kept_answer (
  organisation_id uuid not null references organisation,
  key digest not null,
  fingerprint digest not null,
  time timestamptz not null check (time = date_trunc('milliseconds', time)),
  status integer not null check (status between 200 and 599),
  headers text not null,
  body bytea not null,
  primary key (organisation_id, key)
);
create index on kept_answer (organisation_id, time);

alter table kept_answer enable row level security;
alter table kept_answer force row level security;
create policy of_the_organisation on kept_answer using
  (organisation_id = (select nullif(current_setting('app.organisation', true), '')::uuid));

do $$
begin
  if exists (select from pg_roles where rolname = 'isonomia_reader') then
    revoke all on kept_answer from isonomia_reader;
  end if;
end
$$;
