-- The four questions of every row policy, asked faster: a setting is read once into a variable. In the
-- query itself PostgreSQL reads it again for every row it looks at, as text, and makes an id of it each time.

create or replace function app.self(place integer) returns uuid language plpgsql stable security definer as $$
declare
  here constant uuid := nullif(current_setting('app.institution', true), '')::uuid;
  me constant uuid := nullif(current_setting('app.actor', true), '')::uuid;
begin
  return (
    select standing.person
    from privacy.standings as standing
    where standing.institution = here
      and standing.person = me
      and (standing.lawful >> place) & 1 = 1
  );
end $$;

create or replace function app.reached(asked text, place integer) returns setof uuid
language plpgsql stable security definer as $$
declare
  here constant uuid := nullif(current_setting('app.institution', true), '')::uuid;
  me constant uuid := nullif(current_setting('app.actor', true), '')::uuid;
  this_moment constant timestamptz := app.now();
begin
  if coalesce(current_setting('app.look', true), '') = '' or app.self(place) is null then return; end if;
  return query
    select reach.subject
    from privacy.reach as reach
    join privacy.standings as standing
      on standing.institution = reach.institution and standing.person = reach.subject
    where reach.institution = here
      and reach.actor = me
      and reach.purpose = asked
      and reach.begins <= this_moment
      and (reach.ends is null or reach.ends > this_moment)
      and (standing.lawful >> place) & 1 = 1;
end $$;

create or replace function app.reaches_all(asked text, place integer) returns boolean
language plpgsql stable security definer as $$
declare
  here constant uuid := nullif(current_setting('app.institution', true), '')::uuid;
  me constant uuid := nullif(current_setting('app.actor', true), '')::uuid;
  this_moment constant timestamptz := app.now();
begin
  return coalesce(current_setting('app.look', true), '') <> '' and app.self(place) is not null and exists (
    select
    from privacy.reach as reach
    where reach.institution = here
      and reach.actor = me
      and reach.purpose = asked
      and reach.subject is null
      and reach.begins <= this_moment
      and (reach.ends is null or reach.ends > this_moment)
  );
end $$;

create or replace function app.barred(asked text, place integer) returns setof uuid
language plpgsql stable security definer as $$
declare
  here constant uuid := nullif(current_setting('app.institution', true), '')::uuid;
begin
  if not app.reaches_all(asked, place) then return; end if;
  return query
    select standing.person
    from privacy.standings as standing
    where standing.institution = here
      and (standing.lawful >> place) & 1 = 0;
end $$;
