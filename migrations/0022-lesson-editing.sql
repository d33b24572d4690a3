-- Which lesson an author has before them: so that two who write the same one know of each other.
create table courses.editing (
  institution uuid not null default app.institution(),
  item uuid not null,
  author uuid not null,
  seen timestamptz not null,
  primary key (institution, item, author),
  foreign key (institution, item) references courses.items (institution, id),
  foreign key (institution, author) references accounts.persons (institution, id)
);
create index editing_by_author on courses.editing (institution, author);
create index editing_by_time on courses.editing (institution, seen);

-- A narrow door, as for teachers: the name of a colleague who has the same lesson open, and no more.
create function courses.editors_of(asked uuid, since timestamptz)
returns table (name text)
language sql stable security definer as $$
  select person.first_name || ' ' || person.last_name
  from courses.editing as editing
  join accounts.persons as person
    on person.institution = editing.institution and person.id = editing.author
  where editing.institution = app.institution()
    and editing.item = asked
    and editing.seen >= since
    and editing.author <> app.actor()
  order by editing.seen desc
  limit 5
$$;
revoke execute on function courses.editors_of(uuid, timestamptz) from public;
grant execute on function courses.editors_of(uuid, timestamptz) to purpose_authoring;

-- What the lesson is called from that version on; empty where it keeps its name.
alter table courses.lesson_versions add column title jsonb;

-- A lesson that whoever is signed in may read before they take the course.
alter table courses.items add column sample boolean not null default false;
