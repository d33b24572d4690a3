-- When each job that lets go of people's data last ran to its end, how many rows went, and how much was
-- left over that should have gone: so that "nothing is overdue" is a finding with a time, not a hope.
create table privacy.runs (
  institution uuid not null default app.institution(),
  job text not null,
  ran timestamptz not null,
  gone integer not null check (gone >= 0),
  overdue integer not null check (overdue >= 0),
  primary key (institution, job)
);

-- The few for whom a purpose is not lawful now, however many people there are: people share their
-- standing with thousands, so the different standings are found first, each by one step in the index
-- (https://wiki.postgresql.org/wiki/Loose_indexscan), and only those people are read whose standing bars them.
create or replace function app.barred(asked text, place integer) returns setof uuid
language plpgsql stable security definer as $$
declare
  here constant uuid := nullif(current_setting('app.institution', true), '')::uuid;
  standing bigint;
begin
  if not app.reaches_all(asked, place) then return; end if;
  select min(lawful) into standing from privacy.standings where institution = here;
  while standing is not null loop
    if (standing >> place) & 1 = 0 then
      -- Planned for this very standing: few have it, though the average one is of many.
      return query execute 'select person from privacy.standings where institution = $1 and lawful = $2' using here, standing;
    end if;
    select min(lawful) into standing from privacy.standings where institution = here and lawful > standing;
  end loop;
end $$;
