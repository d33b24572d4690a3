create schema performance;

-- How fast the site answered: counts by day, route template, outcome and step. There is no column for
-- a person, an institution, a session, a network or an address with ids in it.
create table performance.buckets (
  day date not null,
  method text not null,
  route text not null,
  outcome integer not null check (outcome between 1 and 5),
  within_ms integer not null,
  answers bigint not null check (answers > 0),
  primary key (day, method, route, outcome, within_ms)
);

-- Which migrations have run, for whoever asks whether this house is ready.
create function app.migrations() returns setof text language plpgsql stable security definer as $$
begin
  return query select migrations.name from public.migrations as migrations;
end $$;
