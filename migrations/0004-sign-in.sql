create schema security;
create schema sign_in;

-- What happened at the doors: for security alone, and not for long.
create table security.events (
  institution uuid not null default app.institution(),
  id uuid not null,
  happened timestamptz not null,
  kind text not null,
  person uuid,
  key bytea,
  network text,
  device text,
  primary key (institution, id)
);
create index events_by_time on security.events (institution, happened);
create index events_by_person on security.events (institution, person, happened desc);
create index events_by_key on security.events (institution, key, happened) where key is not null;
create index events_by_network on security.events (institution, network, happened) where network is not null;

-- How often something happened lately, for limits: a number, to those who guard a door.
create function security.count_of(kinds text[], at_key bytea, at_network text, since timestamptz) returns bigint
language sql stable security definer as $$
  select count(*)
  from security.events as event
  where event.institution = app.institution()
    and event.kind = any (kinds)
    and event.happened > since
    and (at_key is null or event.key = at_key)
    and (at_network is null or event.network = at_network)
$$;
revoke execute on function security.count_of(text[], bytea, text, timestamptz) from public;
grant execute on function security.count_of(text[], bytea, text, timestamptz) to purpose_account, purpose_registration, purpose_verification;

create table sign_in.passwords (
  institution uuid not null default app.institution(),
  person uuid not null,
  hash text not null check (hash like '$scrypt$%'),
  changed timestamptz not null,
  primary key (institution, person),
  foreign key (institution, person) references accounts.persons (institution, id)
);

create table sign_in.sessions (
  institution uuid not null default app.institution(),
  id uuid not null,
  person uuid not null,
  token_hash bytea not null,
  started timestamptz not null,
  used timestamptz not null,
  ends timestamptz not null,
  strong boolean not null,
  device text not null,
  ended timestamptz,
  primary key (institution, id),
  foreign key (institution, person) references accounts.persons (institution, id)
);
create unique index sessions_by_token on sign_in.sessions (institution, token_hash);
create index sessions_by_person on sign_in.sessions (institution, person, used desc);
create index sessions_by_end on sign_in.sessions (institution, ends);

-- A link in a letter: proves that whoever opens it reads that person's post.
create table sign_in.links (
  institution uuid not null default app.institution(),
  id uuid not null,
  person uuid not null,
  kind text not null check (kind in ('confirm', 'password', 'email')),
  token_hash bytea,
  new_email text,
  expires timestamptz not null,
  used timestamptz,
  primary key (institution, id),
  foreign key (institution, person) references accounts.persons (institution, id)
);
create unique index links_by_token on sign_in.links (institution, token_hash);
create index links_by_end on sign_in.links (institution, expires);
create index links_by_person on sign_in.links (institution, person);

create table sign_in.factors (
  institution uuid not null default app.institution(),
  id uuid not null,
  person uuid not null,
  secret bytea not null,
  confirmed timestamptz,
  last_step bigint,
  primary key (institution, id),
  foreign key (institution, person) references accounts.persons (institution, id)
);
create unique index factors_once on sign_in.factors (institution, person) where confirmed is not null;
create unique index factors_pending on sign_in.factors (institution, person) where confirmed is null;

create table sign_in.recovery_codes (
  institution uuid not null default app.institution(),
  id uuid not null,
  person uuid not null,
  hash bytea not null,
  used timestamptz,
  primary key (institution, id),
  foreign key (institution, person) references accounts.persons (institution, id)
);
create index recovery_codes_by_person on sign_in.recovery_codes (institution, person);

create table sign_in.passkeys (
  institution uuid not null default app.institution(),
  id uuid not null,
  person uuid not null,
  credential text not null,
  public_key bytea not null,
  counter bigint not null,
  transports text not null,
  label text not null,
  created timestamptz not null,
  used timestamptz,
  primary key (institution, id),
  foreign key (institution, person) references accounts.persons (institution, id)
);
create unique index passkeys_by_credential on sign_in.passkeys (institution, credential);
create index passkeys_by_person on sign_in.passkeys (institution, person);

create table sign_in.challenges (
  institution uuid not null default app.institution(),
  hash bytea not null,
  expires timestamptz not null,
  primary key (institution, hash)
);
create index challenges_by_end on sign_in.challenges (institution, expires);

-- The doors: whoever holds the secret learns whose it is. Each returns no more than its page needs.
create function sign_in.visit_of(hash bytea)
returns table (
  id uuid, first_name text, last_name text, roles text[], session uuid, strong boolean,
  has_factor boolean, used timestamptz, ends timestamptz
)
language sql stable security definer as $$
  select
    person.id,
    person.first_name,
    person.last_name,
    array(
      select appointment.role
      from accounts.appointments as appointment
      where appointment.institution = person.institution
        and appointment.person = person.id
        and appointment.begins <= app.now()
        and (appointment.ends is null or appointment.ends > app.now())
    ),
    session.id,
    session.strong,
    exists (
      select from sign_in.factors as factor
      where factor.institution = person.institution
        and factor.person = person.id
        and factor.confirmed is not null
    ) or exists (
      select from sign_in.passkeys as passkey
      where passkey.institution = person.institution and passkey.person = person.id
    ),
    session.used,
    session.ends
  from sign_in.sessions as session
  join accounts.persons as person
    on person.institution = session.institution and person.id = session.person
  where session.institution = app.institution()
    and session.token_hash = hash
    and session.ended is null
    and session.ends > app.now()
    and person.blocked is null
    and person.deactivated is null
$$;

create function sign_in.link_of(hash bytea) returns table (id uuid, person uuid, kind text)
language sql stable security definer as $$
  select link.id, link.person, link.kind
  from sign_in.links as link
  where link.institution = app.institution()
    and link.token_hash = hash
    and link.used is null
    and link.expires > app.now()
$$;

create function sign_in.passkey_of(credential_id text) returns table (id uuid, person uuid)
language sql stable security definer as $$
  select passkey.id, passkey.person
  from sign_in.passkeys as passkey
  where passkey.institution = app.institution() and passkey.credential = credential_id
$$;

revoke execute on function sign_in.visit_of(bytea), sign_in.link_of(bytea), sign_in.passkey_of(text) from public;
grant execute on function sign_in.visit_of(bytea), sign_in.link_of(bytea), sign_in.passkey_of(text)
  to purpose_account;
