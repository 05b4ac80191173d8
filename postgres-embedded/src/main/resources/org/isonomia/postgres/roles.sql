do $$
declare
  name text;
begin
  foreach name in array array['isonomia_owner', 'isonomia_app', 'isonomia_reader'] loop
    if not exists (select from pg_roles where rolname = name) then
      execute format('create role %I login', name);
    elsif exists (
      select from pg_roles
      where rolname = name
        and (rolsuper or rolcreatedb or rolcreaterole or rolreplication or rolbypassrls or not rolcanlogin)
    ) then
      execute format('alter role %I login nosuperuser nocreatedb nocreaterole noreplication nobypassrls', name);
    end if;
  end loop;
end
$$;
