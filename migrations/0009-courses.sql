create schema courses;

-- A draft until it is published; retired, it is offered to nobody new.
create table courses.courses (
  institution uuid not null default app.institution() references institutions.sites (id),
  id uuid not null,
  slug text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 80),
  language text not null check (language in ('nb', 'da', 'en')),
  title jsonb not null,
  summary jsonb not null,
  goals jsonb not null,
  level text check (length(level) <= 60),
  hours integer check (hours between 1 and 1000),
  created timestamptz not null,
  changed timestamptz not null,
  published timestamptz,
  retired timestamptz,
  primary key (institution, id),
  check (retired is null or published is not null)
);
create unique index courses_by_slug on courses.courses (institution, slug);
create index courses_offered on courses.courses (institution, published)
  where published is not null and retired is null;

create table courses.sections (
  institution uuid not null default app.institution(),
  id uuid not null,
  course uuid not null,
  position integer not null,
  title jsonb not null,
  removed timestamptz,
  primary key (institution, id),
  foreign key (institution, course) references courses.courses (institution, id)
);
create index sections_by_course on courses.sections (institution, course, position);

-- Something to do in a course. What exactly is known to the room of its kind, by the reference.
create table courses.items (
  institution uuid not null default app.institution(),
  id uuid not null,
  course uuid not null,
  section uuid not null,
  position integer not null,
  kind text not null check (kind in ('lesson', 'exam')),
  required boolean not null,
  title jsonb not null,
  reference uuid,
  shown timestamptz,
  removed timestamptz,
  primary key (institution, id),
  foreign key (institution, course) references courses.courses (institution, id),
  foreign key (institution, section) references courses.sections (institution, id)
);
create index items_by_course on courses.items (institution, course, position);
create index items_by_reference on courses.items (institution, reference) where reference is not null;

create table courses.lesson_versions (
  institution uuid not null default app.institution(),
  id uuid not null,
  item uuid not null,
  number integer not null,
  text jsonb not null,
  minutes integer not null check (minutes between 1 and 600),
  video text,
  captions jsonb not null,
  transcript jsonb not null,
  captionless text check (length(captionless) <= 300),
  author uuid,
  saved timestamptz not null,
  published timestamptz,
  primary key (institution, id),
  unique (institution, item, number),
  foreign key (institution, item) references courses.items (institution, id),
  foreign key (institution, author) references accounts.persons (institution, id)
);
create index lesson_versions_by_author on courses.lesson_versions (institution, author);

-- Which version learners read, and how often anybody has saved: who saves an older one is told.
create table courses.lessons (
  institution uuid not null default app.institution(),
  item uuid not null,
  published uuid,
  revision integer not null,
  primary key (institution, item),
  foreign key (institution, item) references courses.items (institution, id),
  foreign key (institution, published) references courses.lesson_versions (institution, id)
);

-- The names that a course's texts use, and the content each stands for.
create table courses.files (
  institution uuid not null default app.institution(),
  course uuid not null,
  name text not null check (length(name) between 1 and 120),
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  type text not null,
  bytes bigint not null,
  added timestamptz not null,
  primary key (institution, course, name),
  foreign key (institution, course) references courses.courses (institution, id)
);
create index files_by_hash on courses.files (institution, hash);

create table courses.lesson_files (
  institution uuid not null default app.institution(),
  item uuid not null,
  course uuid not null,
  name text not null,
  position integer not null,
  title jsonb not null,
  primary key (institution, item, name),
  foreign key (institution, item) references courses.items (institution, id),
  foreign key (institution, course, name) references courses.files (institution, course, name)
);
create index lesson_files_by_file on courses.lesson_files (institution, course, name);

create table courses.prerequisites (
  institution uuid not null default app.institution(),
  course uuid not null,
  required uuid not null check (required <> course),
  primary key (institution, course, required),
  foreign key (institution, course) references courses.courses (institution, id),
  foreign key (institution, required) references courses.courses (institution, id)
);
create index prerequisites_by_required on courses.prerequisites (institution, required);

create table courses.teachers (
  institution uuid not null default app.institution(),
  id uuid not null,
  course uuid not null,
  person uuid not null,
  begins timestamptz not null,
  ends timestamptz,
  primary key (institution, id),
  foreign key (institution, course) references courses.courses (institution, id),
  foreign key (institution, person) references accounts.persons (institution, id)
);
create unique index teachers_once on courses.teachers (institution, course, person) where ends is null;
create index teachers_by_person on courses.teachers (institution, person);

-- One row a learner and course, however often they leave and come back.
create table courses.enrolments (
  institution uuid not null default app.institution(),
  course uuid not null,
  learner uuid not null,
  enrolled timestamptz not null,
  left_course timestamptz,
  primary key (institution, course, learner),
  foreign key (institution, course) references courses.courses (institution, id),
  foreign key (institution, learner) references accounts.persons (institution, id)
);
create index enrolments_by_learner on courses.enrolments (institution, learner, enrolled);

create table courses.item_completions (
  institution uuid not null default app.institution(),
  learner uuid not null,
  item uuid not null,
  course uuid not null,
  done timestamptz not null,
  how text not null check (how in ('read', 'passed', 'teacher')),
  primary key (institution, learner, item),
  foreign key (institution, item) references courses.items (institution, id),
  foreign key (institution, course) references courses.courses (institution, id),
  foreign key (institution, learner) references accounts.persons (institution, id)
);
create index item_completions_by_course on courses.item_completions (institution, course, learner);

-- That a learner has been at an item: the first time, the last time, and how far into the film.
create table courses.visits (
  institution uuid not null default app.institution(),
  learner uuid not null,
  item uuid not null,
  course uuid not null,
  first_visited timestamptz not null,
  last_visited timestamptz not null,
  video_seconds integer not null default 0 check (video_seconds between 0 and 86400),
  primary key (institution, learner, item),
  foreign key (institution, item) references courses.items (institution, id),
  foreign key (institution, course) references courses.courses (institution, id),
  foreign key (institution, learner) references accounts.persons (institution, id)
);

-- Where to go on: one place a learner and course, on whichever device.
create table courses.places (
  institution uuid not null default app.institution(),
  learner uuid not null,
  course uuid not null,
  item uuid not null,
  paragraph integer not null default 0 check (paragraph between 0 and 10000),
  visited timestamptz not null,
  primary key (institution, learner, course),
  foreign key (institution, item) references courses.items (institution, id),
  foreign key (institution, course) references courses.courses (institution, id),
  foreign key (institution, learner) references accounts.persons (institution, id)
);

-- Once, with the rule as it was: whatever an author changes later, nobody becomes unfinished.
create table courses.completions (
  institution uuid not null default app.institution(),
  id uuid not null,
  learner uuid not null,
  course uuid not null,
  completed timestamptz not null,
  rule jsonb not null,
  primary key (institution, id),
  unique (institution, learner, course),
  foreign key (institution, course) references courses.courses (institution, id),
  foreign key (institution, learner) references accounts.persons (institution, id)
);
create index completions_by_course on courses.completions (institution, course, learner);

-- A narrow door: who teaches a course is told to whoever may see the course. Nobody else of the house
-- is listed, and a teacher whose account is at rest is not either.
create function courses.teachers_of(asked uuid)
returns table (person uuid, first_name text, last_name text)
language sql stable security definer as $$
  select person.id, person.first_name, person.last_name
  from courses.teachers as teacher
  join accounts.persons as person
    on person.institution = teacher.institution and person.id = teacher.person
  join privacy.standings as standing
    on standing.institution = teacher.institution and standing.person = teacher.person
  where teacher.institution = app.institution()
    and teacher.course = asked
    and teacher.begins <= app.now()
    and (teacher.ends is null or teacher.ends > app.now())
    and (standing.lawful >> 3) & 1 = 1 -- teaching
  order by teacher.begins, person.id
  limit 20
$$;
revoke execute on function courses.teachers_of(uuid) from public;
grant execute on function courses.teachers_of(uuid)
  to purpose_teaching, purpose_examination, purpose_authoring, purpose_administration;
