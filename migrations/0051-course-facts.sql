-- What a course is called and for, version by version, as its lessons have it: the newest unpublished one is a draft.
-- The first change writes down what stood before it.
create table courses.fact_versions (
  institution uuid not null default app.institution(),
  id uuid not null,
  course uuid not null,
  number integer not null,
  language text not null check (language in ('nb', 'da', 'en')),
  title jsonb not null,
  summary jsonb not null,
  goals jsonb not null,
  level text check (length(level) <= 60),
  hours integer check (hours between 1 and 1000),
  author uuid,
  saved timestamptz not null,
  published timestamptz,
  primary key (institution, id),
  unique (institution, course, number),
  foreign key (institution, course) references courses.courses (institution, id),
  foreign key (institution, author) references accounts.persons (institution, id)
);
create index fact_versions_by_author on courses.fact_versions (institution, author);
alter table courses.courses add column revision integer not null default 1;

-- Which course's facts an author has before them, as for lessons.
create table courses.facts_editing (
  institution uuid not null default app.institution(),
  course uuid not null,
  author uuid not null,
  seen timestamptz not null,
  primary key (institution, course, author),
  foreign key (institution, course) references courses.courses (institution, id) on delete cascade,
  foreign key (institution, author) references accounts.persons (institution, id)
);
create index facts_editing_by_author on courses.facts_editing (institution, author);
create index facts_editing_by_time on courses.facts_editing (institution, seen);

create function courses.facts_editors_of(asked uuid, since timestamptz)
returns table (name text)
language sql stable security definer as $$
  select person.first_name || ' ' || person.last_name
  from courses.facts_editing as editing
  join accounts.persons as person
    on person.institution = editing.institution and person.id = editing.author
  where editing.institution = app.institution()
    and editing.course = asked
    and editing.seen >= since
    and editing.author <> app.actor()
  order by editing.seen desc
  limit 5
$$;
revoke execute on function courses.facts_editors_of(uuid, timestamptz) from public;
grant execute on function courses.facts_editors_of(uuid, timestamptz) to purpose_authoring;

-- An author sees only that they themselves have a lesson open; when its draft course is deleted, the others' rows go with it.
alter table courses.editing
  drop constraint editing_institution_item_fkey,
  add foreign key (institution, item) references courses.items (institution, id) on delete cascade;
