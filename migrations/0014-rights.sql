-- Whoever is written about is somebody who is here. So nothing about a person can be written while
-- they are erased, nor be left over: one of the two waits, and then fails.
alter table privacy.keys add foreign key (institution, person) references privacy.standings (institution, person);
alter table privacy.reach
  add foreign key (institution, actor) references privacy.standings (institution, person),
  add foreign key (institution, subject) references privacy.standings (institution, person);
alter table privacy.looks
  add foreign key (institution, subject) references privacy.standings (institution, person),
  add foreign key (institution, actor) references privacy.standings (institution, person);
alter table security.events add foreign key (institution, person) references accounts.persons (institution, id);

-- Erasing looks for the person here too, and the database does when it checks the keys above.
create index looks_by_actor on privacy.looks (institution, actor);
create index receipts_by_time on privacy.receipts (erased);

-- The narrow doors of the rights desk. Each tells the person who asks something about themselves.

-- Their own key, to open what was sealed for them; it leaves the house in no answer.
create function privacy.own_key() returns bytea language sql stable security definer as $$
  select key.sealed
  from privacy.keys as key
  where key.institution = app.institution() and key.person = app.actor()
$$;

create function privacy.roles_of(asked uuid) returns text[] language sql stable security definer as $$
  select array(
    select appointment.role
    from accounts.appointments as appointment
    where appointment.institution = app.institution()
      and appointment.person = asked
      and appointment.begins <= app.now()
      and (appointment.ends is null or appointment.ends > app.now())
    order by appointment.role
  )
$$;

-- Who has looked at them, newest first. The name is empty once whoever looked has been forgotten.
create function privacy.looks_at_me(most integer, before uuid)
returns table (id uuid, looked timestamptz, purpose text, what text, name text, roles text[])
language sql stable security definer as $$
  select
    look.id,
    look.looked,
    look.purpose,
    look.what,
    person.first_name || ' ' || person.last_name,
    privacy.roles_of(look.actor)
  from privacy.looks as look
  left join accounts.persons as person on person.institution = look.institution and person.id = look.actor
  where look.institution = app.institution()
    and look.subject = app.actor()
    and (before is null or (look.looked, look.id) < (
      select shown.looked, shown.id
      from privacy.looks as shown
      where shown.institution = app.institution() and shown.subject = app.actor() and shown.id = before
    ))
  order by look.looked desc, look.id desc
  limit most
$$;

-- Who may look at them now, for what and since when; `all_of_us` where it is the whole institution.
create function privacy.who_may_see_me()
returns table (purpose text, because text, begins timestamptz, ends timestamptz, all_of_us boolean, name text, roles text[])
language sql stable security definer as $$
  select
    reach.purpose,
    reach.because,
    reach.begins,
    reach.ends,
    reach.subject is null,
    person.first_name || ' ' || person.last_name,
    privacy.roles_of(reach.actor)
  from privacy.reach as reach
  join accounts.persons as person on person.institution = reach.institution and person.id = reach.actor
  where reach.institution = app.institution()
    and (reach.subject = app.actor() or reach.subject is null)
    and reach.actor <> app.actor()
    and reach.begins <= app.now()
    and (reach.ends is null or reach.ends > app.now())
    and person.blocked is null
    and person.deactivated is null
  order by 6, 1, 3
  limit 500
$$;

revoke execute on function privacy.own_key(), privacy.roles_of(uuid), privacy.looks_at_me(integer, uuid), privacy.who_may_see_me() from public;
grant execute on function privacy.own_key(), privacy.looks_at_me(integer, uuid), privacy.who_may_see_me() to purpose_rights;
