-- People belong to the installation, not to an organisation: one person may hold roles in several and signs in once. So
-- these tables have no organisation_id; only the identity gateway (app.identity) reads what is held across organisations.
-- Of secrets there are digests, of passwords argon2id hashes; the secret of a second factor is encrypted by the product.

create domain secret_digest as text collate "C" check (value ~ '^[0-9a-f]{64}$');

create table account (
  id uuid primary key,
  login text collate "C" not null unique
    check (octet_length(login) <= 1016 and login ~ '^[^@\s]+@[^@\s]+$'),
  name title not null,
  operator boolean not null,
  password text check (char_length(password) between 1 and 1000),
  totp_sealed text check (char_length(totp_sealed) between 1 and 1000),
  totp_confirmed boolean,
  totp_last_step bigint check (totp_last_step >= 0),
  recovery_codes text[],
  disabled boolean not null,
  created timestamptz not null,
  version version not null,
  check (num_nulls(totp_sealed, totp_confirmed, totp_last_step, recovery_codes) in (0, 4))
);
create index on account (id) where operator;

create table session (
  digest secret_digest primary key,
  id uuid not null unique,
  account_id uuid not null references account,
  stage text collate "C" not null check (stage in ('SECOND_FACTOR_DUE', 'OPEN')),
  created timestamptz not null,
  last_seen timestamptz not null check (last_seen >= created),
  confirmed timestamptz not null,
  second_factor boolean not null,
  device title not null
);
create index on session (account_id);
create index on session (created);

create table invitation (
  digest secret_digest primary key,
  purpose text collate "C" not null check (purpose in ('FIRST_OPERATOR', 'JOIN', 'RECOVER')),
  account_id uuid references account,
  created timestamptz not null,
  expires timestamptz not null check (expires > created),
  unique nulls not distinct (account_id),
  check ((account_id is null) = (purpose = 'FIRST_OPERATOR'))
);

create table api_token (
  digest secret_digest primary key,
  id uuid not null unique,
  account_id uuid not null references account,
  name title not null,
  permissions text[] not null check (cardinality(permissions) >= 1),
  created timestamptz not null,
  expires timestamptz not null check (expires > created),
  last_used timestamptz
);
create index on api_token (account_id);

create table sign_in_attempt (
  key secret_digest primary key,
  attempts integer not null check (attempts >= 0),
  window_end timestamptz not null,
  trusted_until timestamptz not null
);
create index on sign_in_attempt (greatest(window_end, trusted_until));

-- Roles are held in an organisation, so this is an organisation's data, which the identity gateway may read across.
create table role_grant (
  organisation_id uuid not null references organisation,
  account_id uuid not null references account,
  role text collate "C" not null
    check (role in ('PLAN_LEAD', 'ASSISTANT', 'DIRECTION_REFERENT', 'COMMUNE_REFERENT', 'JURY_MEMBER',
      'ELECTED_OFFICIAL', 'API_CLIENT')),
  scope_kind text collate "C" not null check (scope_kind in ('EVERYTHING', 'UNITS', 'LED', 'CALLS')),
  codes text[] not null check ((cardinality(codes) = 0) = (scope_kind = 'EVERYTHING')),
  primary key (organisation_id, account_id, role, scope_kind)
);
create index on role_grant (account_id);

create table second_factor_demand (
  organisation_id uuid not null references organisation,
  role text collate "C" not null,
  primary key (organisation_id, role)
);

alter table role_grant enable row level security;
alter table role_grant force row level security;
create policy of_the_organisation on role_grant
  using (organisation_id = (select nullif(current_setting('app.organisation', true), '')::uuid));
create policy of_the_identity_gateway on role_grant
  using ((select current_setting('app.identity', true)) = 'on');

alter table second_factor_demand enable row level security;
alter table second_factor_demand force row level security;
create policy of_the_organisation on second_factor_demand
  using (organisation_id = (select nullif(current_setting('app.organisation', true), '')::uuid));
create policy of_the_identity_gateway on second_factor_demand
  using ((select current_setting('app.identity', true)) = 'on');

-- The reader makes exports of plans: people's secrets are none of its business.
do $$
begin
  if exists (select from pg_roles where rolname = 'isonomia_reader') then
    revoke all on account, session, invitation, api_token, sign_in_attempt, role_grant, second_factor_demand
      from isonomia_reader;
  end if;
end
$$;
