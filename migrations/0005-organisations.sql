create schema organisations;

create table organisations.organisations (
  institution uuid not null default app.institution() references institutions.sites (id),
  id uuid not null,
  name text not null check (length(name) between 1 and 200),
  organisation_number text not null,
  created timestamptz not null,
  primary key (institution, id)
);
create unique index organisations_by_number on organisations.organisations (institution, organisation_number);

create table organisations.memberships (
  institution uuid not null default app.institution(),
  id uuid not null,
  organisation uuid not null,
  code text not null check (code ~ '^[0-9A-Z-]{10,40}$'),
  begins date not null,
  ends date not null check (ends >= begins),
  suspended timestamptz,
  domains text,
  primary key (institution, id),
  foreign key (institution, organisation) references organisations.organisations (institution, id)
);
create unique index memberships_by_code on organisations.memberships (institution, code);
create index memberships_by_end on organisations.memberships (institution, ends);
create index memberships_by_organisation on organisations.memberships (institution, organisation);

-- A seat is a row, and how many are taken is counted, never kept.
create table organisations.seats (
  institution uuid not null default app.institution(),
  id uuid not null,
  membership uuid not null,
  holder uuid,
  claimed timestamptz,
  primary key (institution, id),
  foreign key (institution, membership) references organisations.memberships (institution, id),
  foreign key (institution, holder) references accounts.persons (institution, id),
  check ((holder is null) = (claimed is null))
);
create unique index seats_by_holder on organisations.seats (institution, holder) where holder is not null;
create index seats_by_membership on organisations.seats (institution, membership, holder);

create table organisations.contacts (
  institution uuid not null default app.institution(),
  organisation uuid not null,
  person uuid not null,
  primary key (institution, organisation, person),
  foreign key (institution, organisation) references organisations.organisations (institution, id),
  foreign key (institution, person) references accounts.persons (institution, id)
);
create index contacts_by_person on organisations.contacts (institution, person);

-- What an organisation is told: numbers counted on one day a week, from the seats as they were then.
create table organisations.capacities (
  institution uuid not null default app.institution(),
  membership uuid not null,
  organisation uuid not null,
  counted date not null,
  seats integer not null,
  activated integer,
  primary key (institution, membership),
  foreign key (institution, membership) references organisations.memberships (institution, id)
);

-- The organisations of the contact who asks, by id alone: their own role sees no person anywhere.
create function organisations.mine() returns setof uuid language sql stable security definer as $$
  select contact.organisation
  from organisations.contacts as contact
  where contact.institution = app.institution() and contact.person = app.actor()
$$;
revoke execute on function organisations.mine() from public;
grant execute on function organisations.mine() to purpose_capacity;

-- How many seats are taken by people who have activated their account: a number and nothing else.
create function organisations.activated_in(asked uuid) returns bigint
language sql stable security definer as $$
  select count(*)
  from organisations.seats as seat
  join accounts.persons as person
    on person.institution = seat.institution and person.id = seat.holder
  where seat.institution = app.institution()
    and seat.membership = asked
    and person.email_confirmed is not null
    and person.deactivated is null
$$;
revoke execute on function organisations.activated_in(uuid) from public;
grant execute on function organisations.activated_in(uuid) to purpose_timekeeping, purpose_administration;
