-- Who reaches the database as the application or as the reader sees one organisation's rows: those of the organisation that
-- the transaction named by set_config('app.organisation', …, true). Who named none sees none. Forced, so that the owner is
-- held to it as well: a later migration that changes rows has to name an organisation too.
-- The subselect is evaluated once for each statement, not for each row.

do $$
declare
  kept text;
begin
  for kept in
    select t.relname
    from pg_class t
    join pg_attribute a on a.attrelid = t.oid and a.attname = 'organisation_id' and not a.attisdropped
    where t.relkind = 'r' and t.relnamespace = current_schema()::regnamespace and not t.relrowsecurity
      and t.relname <> 'organisation'
  loop
    execute format('alter table %I enable row level security', kept);
    execute format('alter table %I force row level security', kept);
    execute format(
      'create policy of_the_organisation on %I using (organisation_id = '
        '(select nullif(current_setting(''app.organisation'', true), '''')::uuid))', kept);
  end loop;
end
$$;

-- That an organisation exists is public; only it changes itself.
alter table organisation enable row level security;
alter table organisation force row level security;
create policy known_to_everybody on organisation for select using (true);
create policy added_by_itself on organisation for insert
  with check (organisation_id = (select nullif(current_setting('app.organisation', true), '')::uuid));
create policy changed_by_itself on organisation for update
  using (organisation_id = (select nullif(current_setting('app.organisation', true), '')::uuid));
create policy removed_by_itself on organisation for delete
  using (organisation_id = (select nullif(current_setting('app.organisation', true), '')::uuid));
