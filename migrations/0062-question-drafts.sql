-- What an author has written of a question and not saved yet, faulty or not: a question of the bank is always whole.
create table questions.drafts (
  institution uuid not null default app.institution(),
  id uuid not null,
  author uuid not null,
  entry uuid,
  written jsonb not null,
  saved timestamptz not null,
  primary key (institution, id, author),
  foreign key (institution, entry) references questions.entries (institution, id) on delete cascade,
  foreign key (institution, author) references accounts.persons (institution, id),
  check (entry is null or entry = id)
);
create index drafts_by_author on questions.drafts (institution, author, saved);
create index drafts_by_entry on questions.drafts (institution, entry);

-- Which question or exam an author has before them: so that two who write the same one know of each other.
create table questions.editing (
  institution uuid not null default app.institution(),
  thing uuid not null,
  author uuid not null,
  seen timestamptz not null,
  primary key (institution, thing, author),
  foreign key (institution, author) references accounts.persons (institution, id)
);
create index editing_by_author on questions.editing (institution, author);
create index editing_by_time on questions.editing (institution, seen);

-- A narrow door, as for lessons: the name of a colleague who has the same thing open, and no more.
create function questions.editors_of(asked uuid, since timestamptz)
returns table (name text)
language sql stable security definer as $$
  select person.first_name || ' ' || person.last_name
  from questions.editing as editing
  join accounts.persons as person
    on person.institution = editing.institution and person.id = editing.author
  where editing.institution = app.institution()
    and editing.thing = asked
    and editing.seen >= since
    and editing.author <> app.actor()
  order by editing.seen desc
  limit 5
$$;
revoke execute on function questions.editors_of(uuid, timestamptz) from public;
grant execute on function questions.editors_of(uuid, timestamptz) to purpose_authoring;
