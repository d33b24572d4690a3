create schema accounts;

create table accounts.persons (
  institution uuid not null default app.institution() references institutions.sites (id),
  id uuid not null,
  first_name text not null check (length(first_name) between 1 and 100),
  last_name text not null check (length(last_name) between 1 and 100),
  email text not null check (length(email) between 3 and 254),
  language text not null check (language in ('nb', 'da', 'en')),
  created timestamptz not null,
  email_confirmed timestamptz,
  unconfirmed_until timestamptz,
  name_confirmed timestamptz,
  blocked timestamptz,
  deactivated timestamptz,
  deactivated_because text,
  erase_due timestamptz,
  primary key (institution, id),
  check ((deactivated is null) = (erase_due is null))
);
create unique index persons_by_email on accounts.persons (institution, lower(email));
create index persons_by_name on accounts.persons (institution, last_name, first_name, id);
create index persons_due on accounts.persons (institution, erase_due) where erase_due is not null;
create index persons_unconfirmed on accounts.persons (institution, unconfirmed_until)
  where unconfirmed_until is not null;

create table accounts.appointments (
  institution uuid not null default app.institution(),
  id uuid not null,
  person uuid not null,
  role text not null check (role in ('learner', 'author', 'teacher', 'administrator', 'officer', 'contact')),
  begins timestamptz not null,
  ends timestamptz,
  primary key (institution, id),
  foreign key (institution, person) references accounts.persons (institution, id)
);
create unique index appointments_once on accounts.appointments (institution, person, role);

-- A narrow door: which person has this address, told by id alone, to those who let people in.
create function accounts.person_at(address text) returns uuid
language sql stable security definer as $$
  select person.id
  from accounts.persons as person
  where person.institution = app.institution() and lower(person.email) = lower(address)
$$;
revoke execute on function accounts.person_at(text) from public;
grant execute on function accounts.person_at(text) to purpose_account, purpose_administration;
