-- Whoever an employee deactivates gives their seat up at once. From which membership it was is kept while
-- the account rests, so that they get one there again: where one is free.
create table organisations.vacated (
  institution uuid not null default app.institution(),
  person uuid not null,
  membership uuid not null,
  vacated timestamptz not null,
  primary key (institution, person),
  foreign key (institution, person) references accounts.persons (institution, id),
  foreign key (institution, membership) references organisations.memberships (institution, id)
);
create index vacated_by_membership on organisations.vacated (institution, membership);

-- Both doors are for employees, who see neither who holds a seat nor where.
create function organisations.vacate_seat(asked uuid) returns void
language plpgsql volatile security definer as $$
declare
  given_up uuid;
begin
  update organisations.seats as seat
  set holder = null, claimed = null
  from accounts.persons as person
  where seat.institution = app.institution() and seat.holder = asked
    and person.institution = seat.institution and person.id = seat.holder
    and person.deactivated_because = 'employee'
  returning seat.membership into given_up;
  if given_up is null then return; end if;
  insert into organisations.vacated (institution, person, membership, vacated)
  values (app.institution(), asked, given_up, app.now())
  on conflict (institution, person) do update set membership = excluded.membership, vacated = excluded.vacated;
end $$;
revoke execute on function organisations.vacate_seat(uuid) from public;
grant execute on function organisations.vacate_seat(uuid) to purpose_administration;

-- Whether they have one again; whoever gave none up needs none.
create function organisations.seat_again(asked uuid, day date) returns boolean
language plpgsql volatile security definer as $$
declare
  given_up uuid;
begin
  delete from organisations.vacated as vacated
  where vacated.institution = app.institution() and vacated.person = asked
    and exists (
      select from accounts.persons as person
      where person.institution = vacated.institution and person.id = asked and person.deactivated is null
    )
  returning vacated.membership into given_up;
  if given_up is null then return true; end if;
  update organisations.seats
  set holder = asked, claimed = app.now()
  where institution = app.institution() and id = (
    select seat.id
    from organisations.seats as seat
    where seat.institution = app.institution() and seat.membership = given_up and seat.holder is null
      and not exists (
        select from organisations.pools as pool
        where pool.institution = seat.institution and pool.membership = given_up
          and pool.applied is null and pool.begins <= day
      )
    order by seat.id
    limit 1
    for update skip locked
  );
  return found;
end $$;
revoke execute on function organisations.seat_again(uuid, date) from public;
grant execute on function organisations.seat_again(uuid, date) to purpose_administration;
