-- An agreement (the membership), its terms and how many seats it pays for are three records: whoever
-- renews or tops up adds one, and rewrites none.
create table organisations.terms (
  institution uuid not null default app.institution(),
  id uuid not null,
  membership uuid not null,
  begins date not null,
  ends date not null check (ends >= begins),
  made timestamptz not null,
  primary key (institution, id),
  foreign key (institution, membership) references organisations.memberships (institution, id)
);
create unique index terms_by_membership on organisations.terms (institution, membership, begins);
create index terms_by_end on organisations.terms (institution, ends);

create table organisations.pools (
  institution uuid not null default app.institution(),
  id uuid not null,
  membership uuid not null,
  number integer not null,
  begins date not null,
  seats integer not null check (seats >= 0),
  because text not null check (because in ('agreed', 'renewed', 'changed', 'asked')),
  made timestamptz not null,
  applied timestamptz,
  primary key (institution, id),
  foreign key (institution, membership) references organisations.memberships (institution, id)
);
create unique index pools_by_number on organisations.pools (institution, membership, number);
create index pools_waiting on organisations.pools (institution, membership, begins) where applied is null;

-- What an organisation asks of us. The organisation asks, whoever of its contacts typed it.
create table organisations.requests (
  institution uuid not null default app.institution(),
  id uuid not null,
  membership uuid not null,
  kind text not null check (kind in ('more', 'fewer')),
  seats integer not null check (seats > 0),
  asked timestamptz not null,
  answer text check (answer in ('granted', 'declined', 'withdrawn')),
  reason text check (reason in ('inUse', 'agreement')),
  answered timestamptz,
  told timestamptz,
  primary key (institution, id),
  foreign key (institution, membership) references organisations.memberships (institution, id),
  check ((answer is null) = (answered is null)),
  check ((answer is not distinct from 'declined') = (reason is not null))
);
create unique index requests_waiting on organisations.requests (institution, membership) where answered is null;
create index requests_by_membership on organisations.requests (institution, membership, asked desc);

insert into organisations.terms (institution, id, membership, begins, ends, made)
select membership.institution, gen_random_uuid(), membership.id, membership.begins, membership.ends, organisation.created
from organisations.memberships as membership
join organisations.organisations as organisation
  on organisation.institution = membership.institution and organisation.id = membership.organisation;

insert into organisations.pools (institution, id, membership, number, begins, seats, because, made, applied)
select membership.institution, gen_random_uuid(), membership.id, 1, membership.begins,
  (select count(*) from organisations.seats as seat where seat.institution = membership.institution and seat.membership = membership.id),
  'agreed', organisation.created, organisation.created
from organisations.memberships as membership
join organisations.organisations as organisation
  on organisation.institution = membership.institution and organisation.id = membership.organisation;

drop function organisations.held_term(uuid);
alter table organisations.memberships
  drop column begins,
  drop column ends,
  add column joining_begins date,
  add column joining_ends date,
  add check (joining_ends >= joining_begins);

-- Terms that follow each other without a day between are one stretch. The stretch that counts on a day:
-- the one it falls in, else the next to come, else the last that was.
create function organisations.term_on(asked uuid, day date) returns table (begins date, ends date)
language sql stable as $$
  select min(piece.begins), max(piece.ends)
  from (
    select term.begins, term.ends, count(*) filter (where term.gap) over (order by term.begins) as stretch
    from (
      select one.begins, one.ends, one.begins > lag(one.ends) over (order by one.begins) + 1 as gap
      from organisations.terms as one
      where one.institution = app.institution() and one.membership = asked
    ) as term
  ) as piece
  group by piece.stretch
  order by max(piece.ends) < day, case when max(piece.ends) >= day then min(piece.begins) end, max(piece.ends) desc
  limit 1
$$;
revoke execute on function organisations.term_on(uuid, date) from public;
grant execute on function organisations.term_on(uuid, date)
  to purpose_registration, purpose_membership, purpose_account, purpose_capacity, purpose_administration, purpose_communication, purpose_timekeeping;

-- Whether a term covers a day, held so until the transaction ends: a renewal waits, or was before us.
create function organisations.held_covers(asked uuid, day date) returns boolean
language plpgsql volatile security definer as $$
begin
  perform from organisations.memberships as membership
  where membership.institution = app.institution() and membership.id = asked
  for share;
  return exists (
    select from organisations.terms as term
    where term.institution = app.institution() and term.membership = asked and term.begins <= day and term.ends >= day
  );
end $$;
revoke execute on function organisations.held_covers(uuid, date) from public;
grant execute on function organisations.held_covers(uuid, date) to purpose_membership;

-- That somebody was turned away since all seats were taken, on which day last; and what of it was told on Monday.
alter table organisations.capacities
  add column wanted date,
  add column turned_away boolean not null default false;

-- Whoever wakes a resting account by a new code is slowed down like whoever registers.
grant execute on function security.count_of(text[], bytea, text, timestamptz) to purpose_membership;
