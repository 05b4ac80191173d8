-- Organisations, their directories, plans and actions. organisation_id leads every key, so that no reference and no
-- uniqueness reaches across organisations. References may point forward within a transaction; they are checked at its end.

create domain code as text collate "C" check (value ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$');
create domain title as text check (char_length(value) between 1 and 300 and value !~ '[\n\r]');
create domain body as text check (char_length(value) between 1 and 10000);
create domain link as text check (value ~ '^https?:' and char_length(value) <= 2000);
create domain partial_date as text collate "C" check (value ~ '^[12][0-9]{3}(-[0-9]{2}(-[0-9]{2})?)?$');
create domain list_position as integer check (value >= 0);
create domain version as integer check (value >= 1);
create domain weight as integer check (value between 1 and 1000);
create domain siren as text collate "C" check (value ~ '^[0-9]{9}$');
create domain commitment_level as text collate "C"
  check (value in ('FACT', 'COULD', 'PROPOSES', 'WILL', 'MEANS'));

create table organisation (
  organisation_id uuid primary key,
  code code not null unique,
  name title not null,
  kind text not null,
  siren siren,
  time_zone text not null,
  language text not null check (language in ('fr', 'en'))
);

-- Of the installation, not of an organisation.
create table administration_token (
  digest text collate "C" primary key check (char_length(digest) between 1 and 200),
  created timestamptz not null
);

create table unit (
  organisation_id uuid not null references organisation,
  code code not null,
  name title not null,
  kind text not null,
  parent code check (parent <> code),
  version version not null,
  primary key (organisation_id, code),
  foreign key (organisation_id, parent) references unit deferrable initially deferred
);
create index on unit (organisation_id, parent);

create table person (
  organisation_id uuid not null references organisation,
  code code not null,
  function title not null,
  name title,
  unit code,
  elected boolean not null,
  version version not null,
  primary key (organisation_id, code),
  foreign key (organisation_id, unit) references unit deferrable initially deferred
);
create index on person (organisation_id, unit);

create table partner (
  organisation_id uuid not null references organisation,
  code code not null,
  name title not null,
  active_start partial_date,
  active_end partial_date,
  url link,
  version version not null,
  primary key (organisation_id, code)
);

create table partner_successor (
  organisation_id uuid not null,
  partner code not null,
  position list_position not null,
  successor code not null check (successor <> partner),
  primary key (organisation_id, partner, position),
  unique (organisation_id, partner, successor),
  foreign key (organisation_id, partner) references partner on delete cascade,
  foreign key (organisation_id, successor) references partner deferrable initially deferred
);
create index on partner_successor (organisation_id, successor);

create table partner_statement (
  organisation_id uuid not null,
  partner code not null,
  position list_position not null,
  reference text not null check (char_length(reference) between 1 and 64),
  level commitment_level not null,
  quote body not null,
  primary key (organisation_id, partner, position),
  foreign key (organisation_id, partner) references partner on delete cascade
);

create table audience (
  organisation_id uuid not null references organisation,
  code code not null,
  name title not null,
  version version not null,
  primary key (organisation_id, code)
);

create table territory (
  organisation_id uuid not null references organisation,
  code code not null,
  code_sort text collate "C" not null,
  name title not null,
  kind text not null,
  siren siren,
  population bigint check (population >= 0),
  valid_start partial_date,
  valid_end partial_date,
  version version not null,
  primary key (organisation_id, code)
);

create table territory_membership (
  organisation_id uuid not null,
  territory code not null,
  position list_position not null,
  member_of code not null check (member_of <> territory),
  primary key (organisation_id, territory, position),
  unique (organisation_id, territory, member_of),
  foreign key (organisation_id, territory) references territory on delete cascade,
  foreign key (organisation_id, member_of) references territory deferrable initially deferred
);
create index on territory_membership (organisation_id, member_of);

create table plan (
  organisation_id uuid not null references organisation,
  id uuid not null,
  code code not null,
  title title not null,
  kind text not null,
  period_start partial_date,
  period_end partial_date,
  description body,
  illustration boolean not null,
  currency text collate "C" not null check (currency ~ '^[A-Z]{3}$'),
  status text not null check (status in ('DRAFT', 'ADOPTED', 'IN_FORCE', 'CLOSED')),
  version version not null,
  primary key (organisation_id, id),
  unique (organisation_id, code)
);

create table plan_document (
  organisation_id uuid not null,
  plan_id uuid not null,
  position list_position not null,
  title title not null,
  url link not null,
  date date,
  primary key (organisation_id, plan_id, position),
  foreign key (organisation_id, plan_id) references plan on delete cascade
);

create table plan_deliberation (
  organisation_id uuid not null,
  plan_id uuid not null,
  position list_position not null,
  reference title not null,
  date date,
  title title,
  url link,
  primary key (organisation_id, plan_id, position),
  foreign key (organisation_id, plan_id) references plan on delete cascade
);

create table plan_governance (
  organisation_id uuid not null,
  plan_id uuid not null,
  position list_position not null,
  code code not null,
  name title not null,
  kind text not null,
  chair code,
  members body,
  frequency body,
  primary key (organisation_id, plan_id, position),
  unique (organisation_id, plan_id, code),
  foreign key (organisation_id, plan_id) references plan on delete cascade,
  foreign key (organisation_id, chair) references person deferrable initially deferred
);
create index on plan_governance (organisation_id, chair);

-- An amount that is not decided is null, which is not zero.
create table plan_appropriation (
  organisation_id uuid not null,
  plan_id uuid not null,
  position list_position not null,
  year text collate "C" not null check (year ~ '^(N(\+[1-9][0-9]?)?|[12][0-9]{3})$'),
  amount numeric(19, 4) check (amount >= 0),
  currency text collate "C" check (currency ~ '^[A-Z]{3}$'),
  note body,
  primary key (organisation_id, plan_id, position),
  unique (organisation_id, plan_id, year),
  check ((amount is null) = (currency is null)),
  foreign key (organisation_id, plan_id) references plan on delete cascade
);

create table plan_budget_line (
  organisation_id uuid not null,
  plan_id uuid not null,
  appropriation list_position not null,
  position list_position not null,
  purpose text not null,
  amount numeric(19, 4) check (amount >= 0),
  currency text collate "C" check (currency ~ '^[A-Z]{3}$'),
  primary key (organisation_id, plan_id, appropriation, position),
  check ((amount is null) = (currency is null)),
  foreign key (organisation_id, plan_id, appropriation) references plan_appropriation on delete cascade
);

create table plan_post (
  organisation_id uuid not null,
  plan_id uuid not null,
  position list_position not null,
  code code not null,
  title title not null,
  fte numeric(6, 2) not null check (fte > 0 and fte <= 1000),
  reports_to code,
  primary key (organisation_id, plan_id, position),
  unique (organisation_id, plan_id, code),
  foreign key (organisation_id, plan_id) references plan on delete cascade,
  foreign key (organisation_id, reports_to) references person deferrable initially deferred
);
create index on plan_post (organisation_id, reports_to);

create table plan_engagement (
  organisation_id uuid not null,
  plan_id uuid not null,
  position list_position not null,
  territory code not null,
  kind text not null,
  domain code,
  since partial_date,
  note body,
  primary key (organisation_id, plan_id, position),
  unique nulls not distinct (organisation_id, plan_id, territory, kind, domain),
  foreign key (organisation_id, plan_id) references plan on delete cascade,
  foreign key (organisation_id, territory) references territory deferrable initially deferred
);
create index on plan_engagement (organisation_id, territory);

create table plan_amendment (
  organisation_id uuid not null,
  plan_id uuid not null,
  position list_position not null,
  date date not null,
  reason body not null,
  deliberation title,
  author title not null,
  changes text[] not null check (cardinality(changes) >= 1),
  primary key (organisation_id, plan_id, position),
  foreign key (organisation_id, plan_id) references plan on delete cascade
);

create table axis (
  organisation_id uuid not null,
  plan_id uuid not null,
  code code not null,
  position list_position not null,
  parent code check (parent <> code),
  title title not null,
  description body,
  objective body,
  primary key (organisation_id, plan_id, code),
  foreign key (organisation_id, plan_id) references plan on delete cascade,
  foreign key (organisation_id, plan_id, parent) references axis deferrable initially deferred
);
create index on axis (organisation_id, plan_id, parent);

-- Sentences of the plan by what rests on them: the plan itself, its means, or the nth of a list.
create table plan_statement (
  organisation_id uuid not null,
  plan_id uuid not null,
  owner text collate "C" not null
    check (owner in ('PLAN', 'MEANS', 'APPROPRIATION', 'POST', 'GOVERNANCE', 'AXIS', 'ENGAGEMENT')),
  owner_position list_position not null,
  position list_position not null,
  reference text not null check (char_length(reference) between 1 and 64),
  level commitment_level not null,
  quote body not null,
  primary key (organisation_id, plan_id, owner, owner_position, position),
  foreign key (organisation_id, plan_id) references plan on delete cascade
);

-- progress, status, next_due_*, last_news_on, code_sort, title_sort and search_text are derived from the action by the
-- application when it is saved, so that lists and figures read one row for each action.
create table action (
  organisation_id uuid not null,
  id uuid not null,
  plan_id uuid not null,
  code code not null,
  axis code not null,
  title title not null,
  kind text not null,
  description body,
  objective body,
  weight weight not null,
  level commitment_level not null,
  lead code,
  sponsor code,
  criteria text[] not null,
  domains text[] not null,
  planned_start partial_date,
  planned_end partial_date,
  actual_start partial_date,
  actual_end partial_date,
  recurrence text not null check (recurrence in ('NONE', 'YEARLY')),
  version version not null,
  status text collate "C" not null
    check (status in ('PLANNED', 'IN_PROGRESS', 'COMPLETED', 'SUSPENDED', 'ABANDONED')),
  progress numeric(7, 6) not null check (progress between 0 and 1),
  next_due_on date,
  next_due_kind text check (next_due_kind in ('START', 'MILESTONE', 'END')),
  next_due_label text,
  last_news_on date,
  code_sort text collate "C" not null,
  title_sort text collate "C" not null,
  search_text text not null,
  primary key (organisation_id, id),
  unique (organisation_id, plan_id, code),
  check (num_nulls(next_due_on, next_due_kind, next_due_label) in (0, 3)),
  check (next_due_on is null or status in ('PLANNED', 'IN_PROGRESS')),
  foreign key (organisation_id, plan_id) references plan on delete cascade,
  foreign key (organisation_id, plan_id, axis) references axis deferrable initially deferred,
  foreign key (organisation_id, lead) references person deferrable initially deferred,
  foreign key (organisation_id, sponsor) references person deferrable initially deferred
);
create index on action (organisation_id, plan_id, axis);
create index on action (organisation_id, plan_id, code_sort, code);
create index on action (organisation_id, lead);
create index on action (organisation_id, sponsor);

create table action_milestone (
  organisation_id uuid not null,
  action_id uuid not null,
  position list_position not null,
  code code not null,
  title title not null,
  weight weight not null,
  due partial_date,
  done date,
  evidence link,
  primary key (organisation_id, action_id, position),
  foreign key (organisation_id, action_id) references action on delete cascade
);

create table action_status_change (
  organisation_id uuid not null,
  action_id uuid not null,
  position list_position not null,
  status text collate "C" not null
    check (status in ('PLANNED', 'IN_PROGRESS', 'COMPLETED', 'SUSPENDED', 'ABANDONED')),
  date date not null,
  author title not null,
  reason body,
  primary key (organisation_id, action_id, position),
  check (status not in ('SUSPENDED', 'ABANDONED') or reason is not null),
  foreign key (organisation_id, action_id) references action on delete cascade
);

create table action_link (
  organisation_id uuid not null,
  action_id uuid not null,
  position list_position not null,
  plan_id uuid not null,
  kind text collate "C" not null check (kind in ('SUPPORTS', 'DEPENDS_ON', 'COMPLEMENTS')),
  target code not null,
  primary key (organisation_id, action_id, position),
  unique (organisation_id, action_id, kind, target),
  foreign key (organisation_id, action_id) references action on delete cascade,
  foreign key (organisation_id, plan_id, target)
    references action (organisation_id, plan_id, code) deferrable initially deferred
);
create index on action_link (organisation_id, plan_id, target);

create table action_unit (
  organisation_id uuid not null,
  action_id uuid not null,
  position list_position not null,
  unit code not null,
  primary key (organisation_id, action_id, position),
  unique (organisation_id, action_id, unit),
  foreign key (organisation_id, action_id) references action on delete cascade,
  foreign key (organisation_id, unit) references unit deferrable initially deferred
);
create index on action_unit (organisation_id, unit);

create table action_partner (
  organisation_id uuid not null,
  action_id uuid not null,
  position list_position not null,
  partner code not null,
  primary key (organisation_id, action_id, position),
  unique (organisation_id, action_id, partner),
  foreign key (organisation_id, action_id) references action on delete cascade,
  foreign key (organisation_id, partner) references partner deferrable initially deferred
);
create index on action_partner (organisation_id, partner);

create table action_audience (
  organisation_id uuid not null,
  action_id uuid not null,
  position list_position not null,
  audience code not null,
  primary key (organisation_id, action_id, position),
  unique (organisation_id, action_id, audience),
  foreign key (organisation_id, action_id) references action on delete cascade,
  foreign key (organisation_id, audience) references audience deferrable initially deferred
);
create index on action_audience (organisation_id, audience);

create table action_territory (
  organisation_id uuid not null,
  action_id uuid not null,
  position list_position not null,
  territory code not null,
  primary key (organisation_id, action_id, position),
  unique (organisation_id, action_id, territory),
  foreign key (organisation_id, action_id) references action on delete cascade,
  foreign key (organisation_id, territory) references territory deferrable initially deferred
);
create index on action_territory (organisation_id, territory, action_id);

create table action_statement (
  organisation_id uuid not null,
  action_id uuid not null,
  position list_position not null,
  reference text not null check (char_length(reference) between 1 and 64),
  level commitment_level not null,
  quote body not null,
  primary key (organisation_id, action_id, position),
  foreign key (organisation_id, action_id) references action on delete cascade
);

create table action_document (
  organisation_id uuid not null,
  action_id uuid not null,
  position list_position not null,
  title title not null,
  url link not null,
  date date,
  primary key (organisation_id, action_id, position),
  foreign key (organisation_id, action_id) references action on delete cascade
);

-- The running product reads which migrations ran; it never changes that.
do $$
begin
  if exists (select from pg_roles where rolname = 'isonomia_app') then
    revoke insert, update, delete on flyway_schema_history from isonomia_app;
  end if;
end
$$;
