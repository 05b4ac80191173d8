-- How many actions a plan has, so that a page of its list need not count them. Whoever adds or removes actions changes it in
-- the same transaction.
create table action_tally (
  organisation_id uuid not null,
  plan_id uuid not null,
  actions integer not null,
  primary key (organisation_id, plan_id),
  foreign key (organisation_id, plan_id) references plan on delete cascade
);
alter table action_tally enable row level security;
alter table action_tally force row level security;
create policy of_the_organisation on action_tally using (organisation_id =
  (select nullif(current_setting('app.organisation', true), '')::uuid));

do $$
declare
  known uuid;
begin
  for known in select organisation_id from organisation
  loop
    perform set_config('app.organisation', known::text, true);
    insert into action_tally select organisation_id, plan_id, count(*) from action group by organisation_id, plan_id;
  end loop;
  perform set_config('app.organisation', '', true);
end
$$;
