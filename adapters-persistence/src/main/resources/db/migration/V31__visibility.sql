-- Who may see plans and actions, and which fields of an action fewer people may see, as FIELD:VISIBILITY.
alter table plan
  add visibility text collate "C" not null default 'PUBLIC' check (visibility in ('PUBLIC', 'ORGANISATION', 'LEADS'));
alter table action
  add visibility text collate "C" not null default 'PUBLIC' check (visibility in ('PUBLIC', 'ORGANISATION', 'LEADS')),
  add hidden text[] not null default '{}';
-- Those that are not public are few: how many of them somebody does not see is taken off the tally of all.
create index action_not_public on action (organisation_id, plan_id) where visibility <> 'PUBLIC';
