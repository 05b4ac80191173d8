-- Whom an identity provider knows: only issuer and subject together tell who it is.
create table external_identity (
  issuer text collate "C" not null check (char_length(issuer) between 1 and 500),
  subject text collate "C" not null check (char_length(subject) between 1 and 255),
  account_id uuid not null references account,
  primary key (issuer, subject)
);
create index on external_identity (account_id);

do $$
begin
  if exists (select from pg_roles where rolname = 'isonomia_reader') then
    revoke all on external_identity from isonomia_reader;
  end if;
end
$$;
