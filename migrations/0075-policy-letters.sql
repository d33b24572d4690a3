-- Whether a version was expressly accepted, or only read. What came after the first was read.
alter table registration.acceptances add column how text not null default 'accepted' check (how in ('accepted', 'read'));
update registration.acceptances as later
set how = 'read'
where exists (
  select
  from registration.acceptances as first
  where first.institution = later.institution
    and first.person = later.person
    and first.accepted < later.accepted
);

-- That somebody is told by letter of a version that says something new of weight since the one they know.
create table registration.policy_letters (
  institution uuid not null default app.institution(),
  id uuid not null,
  person uuid not null,
  version text not null,
  since text not null,
  queued timestamptz not null,
  sent timestamptz,
  primary key (institution, id),
  -- Whatever runs twice, or twice at once: one letter a version.
  unique (institution, person, version),
  foreign key (institution, person) references accounts.persons (institution, id),
  foreign key (institution, version) references policy.versions (institution, hash),
  foreign key (institution, since) references policy.versions (institution, hash)
);

-- When everybody whom a version concerns had been thought of.
create table registration.policy_rounds (
  institution uuid not null default app.institution(),
  version text not null,
  finished timestamptz not null,
  primary key (institution, version),
  foreign key (institution, version) references policy.versions (institution, hash)
);
