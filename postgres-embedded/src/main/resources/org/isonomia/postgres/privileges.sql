do $$
begin
  execute format('revoke all on database %I from public', current_database());
  execute format('grant connect, temporary on database %I to isonomia_app', current_database());
  execute format('grant connect on database %I to isonomia_reader', current_database());
end
$$;

revoke all on schema public from public;
grant usage on schema public to isonomia_app, isonomia_reader;

alter default privileges for role isonomia_owner
  grant usage on schemas to isonomia_app, isonomia_reader;
alter default privileges for role isonomia_owner
  grant select, insert, update, delete on tables to isonomia_app;
alter default privileges for role isonomia_owner
  grant usage, select on sequences to isonomia_app;
alter default privileges for role isonomia_owner
  grant select on tables to isonomia_reader;
