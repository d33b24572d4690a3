-- That somebody was told in good time that a term ends: once for each stage, whatever runs twice.
create table organisations.notices (
  institution uuid not null default app.institution(),
  membership uuid not null,
  audience text not null check (audience in ('contact', 'learner')),
  days integer not null,
  ends date not null,
  sent timestamptz not null,
  primary key (institution, membership, audience, days, ends),
  foreign key (institution, membership) references organisations.memberships (institution, id)
);

-- How many seats there are, and how many of them somebody holds: numbers and nothing else.
create function organisations.seats_in(asked uuid) returns table (seats bigint, taken bigint)
language sql stable security definer as $$
  select count(*), count(seat.holder)
  from organisations.seats as seat
  where seat.institution = app.institution() and seat.membership = asked
$$;
revoke execute on function organisations.seats_in(uuid) from public;
grant execute on function organisations.seats_in(uuid)
  to purpose_timekeeping, purpose_administration, purpose_membership;

-- The last day of a term, held so until the transaction ends: a renewal waits, or was before us.
create function organisations.held_term(asked uuid) returns date
language sql volatile security definer as $$
  select membership.ends
  from organisations.memberships as membership
  where membership.institution = app.institution() and membership.id = asked
  for share
$$;
revoke execute on function organisations.held_term(uuid) from public;
grant execute on function organisations.held_term(uuid) to purpose_membership;

create index organisations_by_name on organisations.organisations (institution, name collate "nb-x-icu");

create index persons_by_first_name_typed on accounts.persons (institution, lower(first_name) text_pattern_ops);
create index persons_by_last_name_typed on accounts.persons (institution, lower(last_name) text_pattern_ops);
create index persons_by_email_typed on accounts.persons (institution, lower(email) text_pattern_ops);

create schema people;

-- What an employee decided about somebody's account, and why: shown to that person.
create table people.decisions (
  institution uuid not null default app.institution(),
  id uuid not null,
  person uuid not null,
  kind text not null check (kind in ('blocked', 'unblocked', 'deactivated', 'reactivated', 'factorRemoved')),
  reason text not null check (reason in ('misuse', 'security', 'ownWish', 'wrongPerson', 'mistake', 'resolved', 'lostFactor')),
  decided timestamptz not null,
  employee uuid,
  primary key (institution, id),
  foreign key (institution, person) references accounts.persons (institution, id),
  foreign key (institution, employee) references accounts.persons (institution, id)
);
create index decisions_by_person on people.decisions (institution, person, decided desc);
create index decisions_by_employee on people.decisions (institution, employee) where employee is not null;
