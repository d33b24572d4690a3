-- The few for whom a purpose is not lawful now, told to those alone who reach everybody for it: an id
-- is of somebody. The policies that asked without saying for what go with the old one; those made
-- from the declarations right after the migrations ask anew.
drop function app.barred(integer) cascade;
create function app.barred(asked text, place integer) returns setof uuid
language plpgsql stable security definer as $$
begin
  if not app.reaches_all(asked, place) then return; end if;
  return query
    select standing.person
    from privacy.standings as standing
    where standing.institution = nullif(current_setting('app.institution', true), '')::uuid
      and (standing.lawful >> place) & 1 = 0;
end $$;

-- A column that nobody declared cannot come into being, whoever types it and wherever; nor a view,
-- which would show rows past their policies, nor a table that lies elsewhere.
create or replace function app.refuse_undeclared() returns event_trigger language plpgsql security definer as $$
declare
  undeclared text;
begin
  select format('%s.%s.%s', space.nspname, class.relname, attribute.attname) into undeclared
  from pg_event_trigger_ddl_commands() as command
  join pg_class as class on class.oid = command.objid and class.relkind in ('r', 'p', 'v', 'm', 'f')
  join pg_namespace as space on space.oid = class.relnamespace
  join pg_attribute as attribute
    on attribute.attrelid = class.oid and attribute.attnum > 0 and not attribute.attisdropped
  where command.classid = 'pg_class'::regclass
    and space.nspname <> 'pgboss'
    and space.nspname !~ '^pg_'
    and format('%s.%s', space.nspname, class.relname) not in ('privacy.declared', 'public.migrations', 'public.applied')
    and not (
      class.relkind in ('r', 'p')
      and exists (
        select from privacy.declared as declared
        where declared.table_name = format('%s.%s', space.nspname, class.relname)
          and declared.column_name = attribute.attname
      )
    )
  limit 1;
  if undeclared is not null then
    raise exception 'Column % is not declared in any data.ts', undeclared using errcode = '42501';
  end if;
end $$;

-- An organisation is told how many accounts are in use of those whose data may be counted now: whoever
-- rests, is blocked, restricted or objects is in no number either.
create or replace function organisations.activated_in(asked uuid) returns bigint
language sql stable security definer as $$
  select count(*)
  from organisations.seats as seat
  join accounts.persons as person
    on person.institution = seat.institution and person.id = seat.holder
  join privacy.standings as standing
    on standing.institution = seat.institution and standing.person = seat.holder
  where seat.institution = app.institution()
    and seat.membership = asked
    and person.email_confirmed is not null
    and (standing.lawful >> 10) & 1 = 1 -- capacity
$$;
