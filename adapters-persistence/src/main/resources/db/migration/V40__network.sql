-- Which organisations belong together, and what of their plans members let the network see. Each side of a membership keeps
-- a row of its own, so that neither reads the other's; who changes a membership writes both in one transaction.

create table network_membership (
  organisation_id uuid not null references organisation,
  other uuid not null check (other <> organisation_id),
  side text collate "C" not null check (side in ('NETWORK', 'MEMBER')),
  proposed_by text collate "C" not null check (proposed_by in ('NETWORK', 'MEMBER')),
  since date,
  primary key (organisation_id, other)
);

create table plan_share (
  organisation_id uuid not null,
  plan_id uuid not null,
  receiver uuid not null check (receiver <> organisation_id),
  fields text[] not null,
  version version not null,
  primary key (organisation_id, plan_id, receiver),
  foreign key (organisation_id, plan_id) references plan on delete cascade
);

do $$
declare
  kept text;
begin
  foreach kept in array array['network_membership', 'plan_share'] loop
    execute format('alter table %I enable row level security', kept);
    execute format('alter table %I force row level security', kept);
    execute format(
      'create policy of_the_organisation on %I using (organisation_id = '
        '(select nullif(current_setting(''app.organisation'', true), '''')::uuid))', kept);
  end loop;
end
$$;

-- What is shared is read through the three views below and nothing else. They run with the owner's rights, whom these
-- policies let read the rows of plans that are shared with the organisation that the transaction named. The application
-- and the reader have no part in these policies: to them the rows of others stay invisible.
create policy shared_with_the_organisation on plan_share for select to current_user
  using (receiver = (select nullif(current_setting('app.organisation', true), '')::uuid));
create policy shared_with_the_organisation on plan for select to current_user
  using (exists (select from plan_share s
    where s.organisation_id = plan.organisation_id and s.plan_id = plan.id
      and s.receiver = (select nullif(current_setting('app.organisation', true), '')::uuid)));
create policy shared_with_the_organisation on axis for select to current_user
  using (exists (select from plan_share s
    where s.organisation_id = axis.organisation_id and s.plan_id = axis.plan_id
      and s.receiver = (select nullif(current_setting('app.organisation', true), '')::uuid)));
create policy shared_with_the_organisation on action for select to current_user
  using (exists (select from plan_share s
    where s.organisation_id = action.organisation_id and s.plan_id = action.plan_id
      and s.receiver = (select nullif(current_setting('app.organisation', true), '')::uuid)));

-- Each starts from the receiver's own copy of the membership, so that nothing is seen without one that both sides want,
-- and repeats the condition of the policies, so that it holds for an owner whom no policy binds. What only those who lead may
-- see is left out, whatever is shared.
create view received_plan with (security_barrier) as
  select m.organisation_id, m.other as member, p.id as plan_id, p.code, p.title, p.illustration, s.fields,
    case when 'STATUS' = any(s.fields) then p.status end as status,
    case when 'PERIOD' = any(s.fields) then p.period_start end as period_start,
    case when 'PERIOD' = any(s.fields) then p.period_end end as period_end,
    case when 'DESCRIPTION' = any(s.fields) then p.description end as description
  from network_membership m
  join plan_share s on s.organisation_id = m.other and s.receiver = m.organisation_id
  join plan p on p.organisation_id = s.organisation_id and p.id = s.plan_id
  where m.organisation_id = (select nullif(current_setting('app.organisation', true), '')::uuid)
    and m.side = 'NETWORK' and m.since is not null and p.visibility <> 'LEADS';

create view received_axis with (security_barrier) as
  select m.organisation_id, m.other as member, a.plan_id, a.position, a.code, a.parent, a.title
  from network_membership m
  join plan_share s on s.organisation_id = m.other and s.receiver = m.organisation_id
  join axis a on a.organisation_id = s.organisation_id and a.plan_id = s.plan_id
  where m.organisation_id = (select nullif(current_setting('app.organisation', true), '')::uuid)
    and m.side = 'NETWORK' and m.since is not null and 'AXES' = any(s.fields);

create view received_action with (security_barrier) as
  select m.organisation_id, m.other as member, a.plan_id, a.code, a.title,
    case when 'AXES' = any(s.fields) then a.axis end as axis,
    case when 'ACTION_STATUS' = any(s.fields) then a.status end as status,
    case when 'ACTION_PROGRESS' = any(s.fields) then a.progress end as progress,
    case when 'ACTION_DATES' = any(s.fields) then a.planned_start end as planned_start,
    case when 'ACTION_DATES' = any(s.fields) then a.planned_end end as planned_end
  from network_membership m
  join plan_share s on s.organisation_id = m.other and s.receiver = m.organisation_id
  join action a on a.organisation_id = s.organisation_id and a.plan_id = s.plan_id
  where m.organisation_id = (select nullif(current_setting('app.organisation', true), '')::uuid)
    and m.side = 'NETWORK' and m.since is not null and 'ACTIONS' = any(s.fields)
    and a.visibility <> 'LEADS';

do $$
begin
  if exists (select from pg_roles where rolname = 'isonomia_app') then
    revoke insert, update, delete on received_plan, received_axis, received_action from isonomia_app;
  end if;
  if exists (select from pg_roles where rolname = 'isonomia_reader') then
    revoke all on received_plan, received_axis, received_action from isonomia_reader;
  end if;
end
$$;
