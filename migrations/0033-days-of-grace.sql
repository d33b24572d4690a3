-- The door tells also since when somebody is employed: new employees have some days to set up their second step.
drop function sign_in.visit_of(bytea);
create function sign_in.visit_of(hash bytea)
returns table (
  id uuid, first_name text, last_name text, roles text[], session uuid, strong boolean,
  has_factor boolean, used timestamptz, ends timestamptz,
  employed timestamptz
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
    session.ends,
    (
      select min(appointment.begins)
      from accounts.appointments as appointment
      where appointment.institution = person.institution
        and appointment.person = person.id
        and appointment.role in ('author', 'teacher', 'administrator', 'officer')
        and appointment.begins <= app.now()
        and (appointment.ends is null or appointment.ends > app.now())
    )
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
revoke execute on function sign_in.visit_of(bytea) from public;
grant execute on function sign_in.visit_of(bytea) to purpose_account;
