-- The ground everything stands on. Roles, grants and row policies are not written here: they are
-- made from the declarations in every room's data.ts, after the migrations.

create schema app;
create schema privacy;
revoke create on schema public from public;

-- What the head of a transaction has set. Empty when nobody has: then nothing is visible.
create function app.institution() returns uuid language sql stable parallel safe as
$$ select nullif(current_setting('app.institution', true), '')::uuid $$;

create function app.actor() returns uuid language sql stable parallel safe as
$$ select nullif(current_setting('app.actor', true), '')::uuid $$;

create function app.now() returns timestamptz language sql stable parallel safe as
$$ select nullif(current_setting('app.now', true), '')::timestamptz $$;

-- Every column that a data.ts declares, with its category; filled before the migrations run.
create table privacy.declared (
  table_name text not null,
  column_name text not null,
  category text not null,
  primary key (table_name, column_name)
);

-- What is lawful for a person now: one bit per purpose, set by the state of their account, and
-- taken away by restriction (article 18) and objection (article 21) at the moment they commit.
-- Restricted, three remain: account (2), security (4) and rights (4096), so that the restriction
-- can be lifted again by the person themselves.
create table privacy.standings (
  institution uuid not null default app.institution(),
  person uuid not null,
  allowed bigint not null,
  objected bigint not null default 0,
  restricted timestamptz,
  lawful bigint generated always as (
    case when restricted is null then allowed & ~objected else allowed & 4102 end
  ) stored,
  primary key (institution, person)
);

-- Who may see whom, for what, from when until when, and why. No subject: the whole institution.
create table privacy.reach (
  institution uuid not null default app.institution(),
  id uuid not null,
  actor uuid not null,
  subject uuid,
  purpose text not null,
  because text not null,
  reference uuid,
  begins timestamptz not null,
  ends timestamptz,
  primary key (institution, id)
);
create index reach_by_actor on privacy.reach (institution, actor, purpose, subject);
create index reach_by_subject on privacy.reach (institution, subject);
create unique index reach_once on privacy.reach (institution, actor, subject, purpose, because, reference)
  nulls not distinct;

-- Every look at another person's data, written in the transaction of the look itself.
create table privacy.looks (
  institution uuid not null default app.institution(),
  id uuid not null,
  actor uuid,
  subject uuid not null,
  purpose text not null,
  what text not null,
  looked timestamptz not null,
  primary key (institution, id)
);
create index looks_by_subject on privacy.looks (institution, subject, looked desc);
create index looks_by_time on privacy.looks (looked);

-- Each person's own key, itself sealed by the installation's. Gone with the person.
create table privacy.keys (
  institution uuid not null default app.institution(),
  person uuid not null,
  sealed bytea not null,
  primary key (institution, person)
);

-- What was erased and what a law keeps, without saying who.
create table privacy.receipts (
  institution uuid not null default app.institution(),
  code text not null,
  erased timestamptz not null,
  cause text not null,
  outcome jsonb not null,
  primary key (institution, code)
);

-- The four questions of every row policy. They read what no purpose may read, so they run as the
-- owner; nobody else may create anything anywhere, so an unqualified operator cannot be replaced.
create function app.self(place integer) returns uuid language plpgsql stable security definer as $$
begin
  return (
    select standing.person
    from privacy.standings as standing
    where standing.institution = nullif(current_setting('app.institution', true), '')::uuid
      and standing.person = nullif(current_setting('app.actor', true), '')::uuid
      and (standing.lawful >> place) & 1 = 1
  );
end $$;

create function app.reached(asked text, place integer) returns setof uuid
language plpgsql stable security definer as $$
begin
  if coalesce(current_setting('app.look', true), '') = '' or app.self(place) is null then return; end if;
  return query
    select reach.subject
    from privacy.reach as reach
    join privacy.standings as standing
      on standing.institution = reach.institution and standing.person = reach.subject
    where reach.institution = nullif(current_setting('app.institution', true), '')::uuid
      and reach.actor = nullif(current_setting('app.actor', true), '')::uuid
      and reach.purpose = asked
      and reach.begins <= app.now()
      and (reach.ends is null or reach.ends > app.now())
      and (standing.lawful >> place) & 1 = 1;
end $$;

create function app.reaches_all(asked text, place integer) returns boolean
language plpgsql stable security definer as $$
begin
  return coalesce(current_setting('app.look', true), '') <> '' and app.self(place) is not null and exists (
    select
    from privacy.reach as reach
    where reach.institution = nullif(current_setting('app.institution', true), '')::uuid
      and reach.actor = nullif(current_setting('app.actor', true), '')::uuid
      and reach.purpose = asked
      and reach.subject is null
      and reach.begins <= app.now()
      and (reach.ends is null or reach.ends > app.now())
  );
end $$;

-- The few for whom a purpose is not lawful now; a set to leave out costs a list nothing per row.
create function app.barred(place integer) returns setof uuid language plpgsql stable security definer as $$
begin
  return query
    select standing.person
    from privacy.standings as standing
    where standing.institution = nullif(current_setting('app.institution', true), '')::uuid
      and (standing.lawful >> place) & 1 = 0;
end $$;
create index standings_barred on privacy.standings (institution, lawful);

-- A column that nobody declared cannot come into being, whoever types it.
create function app.refuse_undeclared() returns event_trigger language plpgsql security definer as $$
declare
  undeclared text;
begin
  select format('%s.%s.%s', space.nspname, class.relname, attribute.attname) into undeclared
  from pg_event_trigger_ddl_commands() as command
  join pg_class as class on class.oid = command.objid and class.relkind in ('r', 'p')
  join pg_namespace as space on space.oid = class.relnamespace
  join pg_attribute as attribute
    on attribute.attrelid = class.oid and attribute.attnum > 0 and not attribute.attisdropped
  where command.classid = 'pg_class'::regclass
    and space.nspname not in ('app', 'public', 'pg_temp', 'pgboss')
    and space.nspname !~ '^pg_'
    and not exists (
      select from privacy.declared as declared
      where declared.table_name = format('%s.%s', space.nspname, class.relname)
        and declared.column_name = attribute.attname
    )
    and format('%s.%s', space.nspname, class.relname) <> 'privacy.declared'
  limit 1;
  if undeclared is not null then
    raise exception 'Column % is not declared in any data.ts', undeclared using errcode = '42501';
  end if;
end $$;
