-- An investigation may hold single rows of the security log back from their end: named ones, for a
-- reason, until a day, by somebody. The log itself stays as it was written: no purpose changes it,
-- and these doors touch nothing but the hold.
create table security.holds (
  institution uuid not null default app.institution(),
  id uuid not null,
  reason text not null check (reason <> ''),
  placed timestamptz not null,
  until timestamptz not null check (until >= placed),
  officer uuid,
  primary key (institution, id),
  foreign key (institution, officer) references accounts.persons (institution, id)
);
create index holds_by_end on security.holds (institution, until);
create index holds_by_officer on security.holds (institution, officer);

alter table security.events
  add column hold uuid,
  add column held_until timestamptz,
  add foreign key (institution, hold) references security.holds (institution, id),
  add check ((hold is null) = (held_until is null));
create index events_by_hold on security.events (institution, hold) where hold is not null;

-- 2 is the place of `security` in the mask. Only who reaches everybody for it investigates.
create function security.account_at(address text) returns uuid language sql stable security definer as $$
  select person.id
  from accounts.persons as person
  where app.reaches_all('security', 2)
    and person.institution = app.institution()
    and lower(person.email) = lower(address)
$$;

-- How many rows it holds now: one that is held already stays in the hold it is in.
create function security.place_hold(hold_id uuid, because text, ends timestamptz, named uuid[]) returns bigint
language plpgsql security definer as $$
declare
  held bigint;
begin
  if not app.reaches_all('security', 2) then return 0; end if;
  insert into security.holds (id, reason, placed, until, officer) values (hold_id, because, app.now(), ends, app.actor());
  update security.events as event
  set hold = hold_id, held_until = ends
  where event.institution = app.institution()
    and event.id = any (named)
    and (event.held_until is null or event.held_until <= app.now());
  get diagnostics held = row_count;
  return held;
end $$;

-- Ends a hold before its day; what it held goes at its own end, or at once where that has passed.
create function security.end_hold(hold_id uuid) returns boolean language plpgsql security definer as $$
begin
  if not app.reaches_all('security', 2) then return false; end if;
  update security.holds as hold
  set until = app.now()
  where hold.institution = app.institution() and hold.id = hold_id and hold.until > app.now();
  if not found then return false; end if;
  update security.events as event
  set held_until = app.now()
  where event.institution = app.institution() and event.hold = hold_id;
  return true;
end $$;

-- By whom each hold was placed; empty once they have been forgotten.
create function security.hold_officers() returns table (hold uuid, name text) language sql stable security definer as $$
  select hold.id, person.first_name || ' ' || person.last_name
  from security.holds as hold
  join accounts.persons as person on person.institution = hold.institution and person.id = hold.officer
  where app.reaches_all('security', 2) and hold.institution = app.institution()
$$;

revoke execute on function security.account_at(text), security.place_hold(uuid, text, timestamptz, uuid[]), security.end_hold(uuid), security.hold_officers() from public;
grant execute on function security.account_at(text), security.place_hold(uuid, text, timestamptz, uuid[]), security.end_hold(uuid), security.hold_officers() to purpose_security;

-- The privacy officers who are appointed already get what comes with the appointment from now on.
insert into privacy.reach (institution, id, actor, subject, purpose, because, reference, begins, ends)
select institution, gen_random_uuid(), person, null, 'security', 'appointment', id, begins, ends
from accounts.appointments
where role = 'officer'
on conflict do nothing;
