create schema registration;

-- That a person expressly accepted one version of the policy, when, and in which language it stood.
create table registration.acceptances (
  institution uuid not null default app.institution(),
  id uuid not null,
  person uuid not null,
  version text not null,
  language text not null,
  accepted timestamptz not null,
  primary key (institution, id),
  foreign key (institution, person) references accounts.persons (institution, id),
  foreign key (institution, version) references policy.versions (institution, hash)
);
create index acceptances_by_person on registration.acceptances (institution, person, accepted desc);
