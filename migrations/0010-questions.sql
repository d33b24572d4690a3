create schema questions;

-- A question as the bank knows it. Lists are small (thousands), and under row policies an index on
-- tags or on text would never be used (their operators are not leakproof), so there is none.
create table questions.entries (
  institution uuid not null default app.institution() references institutions.sites (id),
  id uuid not null,
  name text not null check (length(name) between 1 and 200),
  category text not null check (length(category) <= 200),
  tags jsonb not null check (jsonb_typeof(tags) = 'array'),
  created timestamptz not null,
  hidden timestamptz,
  primary key (institution, id)
);
create index entries_by_category on questions.entries (institution, category, id);
create index entries_by_name on questions.entries (institution, name, id);

-- Never changed but to be made ready: an exam of last year can show the question it asked. Two
-- authors who save at once both want the next number, and the unique index gives it to one.
create table questions.versions (
  institution uuid not null default app.institution(),
  id uuid not null,
  entry uuid not null,
  number integer not null check (number >= 1),
  content jsonb not null,
  created timestamptz not null,
  ready timestamptz,
  author uuid,
  primary key (institution, id),
  foreign key (institution, entry) references questions.entries (institution, id),
  foreign key (institution, author) references accounts.persons (institution, id)
);
create unique index versions_by_number on questions.versions (institution, entry, number);
create index versions_by_author on questions.versions (institution, author);

-- Where a question is used, told by the rooms above. Without a version it follows the newest ready.
create table questions.uses (
  institution uuid not null default app.institution(),
  entry uuid not null,
  used_by text not null check (used_by ~ '^[a-z]+$'),
  reference uuid not null,
  version uuid,
  title text not null,
  path text not null,
  since timestamptz not null,
  primary key (institution, entry, used_by, reference),
  foreign key (institution, entry) references questions.entries (institution, id),
  foreign key (institution, version) references questions.versions (institution, id)
);
create index uses_by_reference on questions.uses (institution, used_by, reference);
create index uses_by_version on questions.uses (institution, version);

-- What one change of many questions found before it, so that it can be undone for a while. `value`
-- is the category they moved to, the tag they got, the file they came from.
create table questions.changes (
  institution uuid not null default app.institution(),
  id uuid not null,
  author uuid,
  made timestamptz not null,
  action text not null check (action in ('moved', 'tagged', 'hidden', 'shown', 'imported')),
  value text not null,
  before jsonb not null,
  undone timestamptz,
  primary key (institution, id),
  foreign key (institution, author) references accounts.persons (institution, id)
);
create index changes_by_author on questions.changes (institution, author);
create index changes_by_time on questions.changes (institution, made);

-- What was read of a file and waits for its author's yes; it goes with the answer.
create table questions.imports (
  institution uuid not null default app.institution(),
  id uuid not null,
  author uuid not null,
  made timestamptz not null,
  format text not null check (format in ('gift', 'moodle')),
  file_name text not null check (length(file_name) <= 200),
  report jsonb not null,
  primary key (institution, id),
  foreign key (institution, author) references accounts.persons (institution, id)
);
create index imports_by_author on questions.imports (institution, author, made);
create index imports_by_time on questions.imports (institution, made);
