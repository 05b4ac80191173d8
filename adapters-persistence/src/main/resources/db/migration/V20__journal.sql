-- Who changed what. The application adds rows and reads them; it can neither change nor remove one. What names people
-- stands in journal_payload, from which the owner of the database can erase it; the entry holds its salted digest only.

create domain digest as bytea check (octet_length(value) = 32);

create table journal_entry (
  organisation_id uuid not null references organisation,
  sequence bigint not null check (sequence >= 1),
  time timestamptz not null check (time = date_trunc('milliseconds', time)),
  use_case text collate "C" not null,
  subject text collate "C" not null,
  payload_digest digest not null,
  leaf_digest digest not null,
  primary key (organisation_id, sequence)
);
create index on journal_entry (organisation_id, subject, sequence);
create index on journal_entry (organisation_id, time, sequence);

create table journal_payload (
  organisation_id uuid not null,
  sequence bigint not null,
  salt bytea not null check (octet_length(salt) = 16),
  text text not null,
  primary key (organisation_id, sequence),
  foreign key (organisation_id, sequence) references journal_entry
);

-- The roots of the tree's complete subtrees, the largest first: one row each organisation, locked by whoever appends.
create table journal_tree (
  organisation_id uuid primary key references organisation,
  size bigint not null check (size >= 0),
  peaks bytea not null check (octet_length(peaks) % 32 = 0)
);

create table journal_head (
  organisation_id uuid not null references organisation,
  size bigint not null check (size >= 0),
  root digest not null,
  time timestamptz not null check (time = date_trunc('milliseconds', time)),
  key text collate "C" not null,
  signature text collate "C" not null,
  primary key (organisation_id, size, time)
);

do $$
begin
  if exists (select from pg_roles where rolname = 'isonomia_app') then
    revoke update, delete, truncate on journal_entry, journal_payload, journal_head from isonomia_app;
    revoke delete, truncate on journal_tree from isonomia_app;
  end if;
end
$$;
