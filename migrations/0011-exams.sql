create schema exams;

create table exams.exams (
  institution uuid not null default app.institution() references institutions.sites (id),
  id uuid not null,
  course uuid not null,
  item uuid,
  draft jsonb not null,
  version uuid,
  created timestamptz not null,
  primary key (institution, id),
  foreign key (institution, course) references courses.courses (institution, id),
  foreign key (institution, item) references courses.items (institution, id)
);
create index exams_by_course on exams.exams (institution, course, created);
create unique index exams_by_item on exams.exams (institution, item);

create table exams.versions (
  institution uuid not null default app.institution(),
  id uuid not null,
  exam uuid not null,
  number integer not null check (number >= 1),
  plan jsonb not null,
  published timestamptz not null,
  author uuid,
  primary key (institution, id),
  foreign key (institution, exam) references exams.exams (institution, id),
  foreign key (institution, author) references accounts.persons (institution, id)
);
create unique index versions_by_number on exams.versions (institution, exam, number);
create index versions_by_author on exams.versions (institution, author);
alter table exams.exams add foreign key (institution, version) references exams.versions (institution, id);

create table exams.arrangements (
  institution uuid not null default app.institution(),
  exam uuid not null,
  learner uuid not null,
  factor double precision not null check (factor between 1 and 4),
  extra_minutes integer not null check (extra_minutes between 0 and 1440),
  extra_attempts integer not null check (extra_attempts between 0 and 100),
  given timestamptz not null,
  giver uuid,
  primary key (institution, exam, learner),
  foreign key (institution, exam) references exams.exams (institution, id),
  foreign key (institution, learner) references accounts.persons (institution, id),
  foreign key (institution, giver) references accounts.persons (institution, id)
);
create index arrangements_by_learner on exams.arrangements (institution, learner);
create index arrangements_by_giver on exams.arrangements (institution, giver);

create table exams.attempts (
  institution uuid not null default app.institution(),
  id uuid not null,
  exam uuid not null,
  version uuid not null,
  learner uuid not null,
  number integer not null check (number >= 1),
  seed text not null,
  questions jsonb not null check (jsonb_array_length(questions) between 1 and 1000),
  started timestamptz not null,
  deadline timestamptz not null,
  answers_until timestamptz not null,
  ends timestamptz not null,
  at integer not null check (at >= 1),
  seen timestamptz not null,
  submitted timestamptz,
  submitted_because text check (submitted_because in ('learner', 'time', 'abandoned')),
  marked timestamptz,
  released timestamptz,
  points double precision,
  most double precision,
  percent double precision check (percent between 0 and 100),
  primary key (institution, id),
  foreign key (institution, exam) references exams.exams (institution, id),
  foreign key (institution, version) references exams.versions (institution, id),
  foreign key (institution, learner) references accounts.persons (institution, id),
  check (deadline <= answers_until and answers_until <= ends),
  check ((submitted is null) = (submitted_because is null)),
  check (released is null or marked is not null),
  check (marked is null or submitted is not null)
);
-- Two clicks at once start one attempt: the number is taken, and so is the one open place.
create unique index attempts_by_number on exams.attempts (institution, exam, learner, number);
create unique index attempts_open on exams.attempts (institution, exam, learner) where submitted is null;
create index attempts_by_learner on exams.attempts (institution, learner, started desc);
create index attempts_by_version on exams.attempts (institution, version);
create index attempts_by_start on exams.attempts (institution, started);
create index attempts_overdue on exams.attempts (institution, ends) where submitted is null;
create index attempts_unreleased on exams.attempts (institution, exam) where released is null;

create table exams.answers (
  institution uuid not null default app.institution(),
  attempt uuid not null,
  position integer not null check (position >= 1),
  learner uuid not null,
  response jsonb,
  sealed bytea,
  sequence bigint not null check (sequence >= 0),
  saved timestamptz not null,
  flagged timestamptz,
  primary key (institution, attempt, position),
  foreign key (institution, attempt) references exams.attempts (institution, id) on delete cascade,
  foreign key (institution, learner) references accounts.persons (institution, id),
  check (response is null or sealed is null)
);
create index answers_by_learner on exams.answers (institution, learner);
create index answers_by_time on exams.answers (institution, saved);

create table exams.regrades (
  institution uuid not null default app.institution(),
  id uuid not null,
  exam uuid not null,
  question uuid not null,
  remedy jsonb not null,
  reason text not null check (length(reason) between 1 and 2000),
  looked_at integer not null,
  changed integer not null,
  decided timestamptz not null,
  teacher uuid,
  primary key (institution, id),
  foreign key (institution, exam) references exams.exams (institution, id),
  foreign key (institution, question) references questions.versions (institution, id),
  foreign key (institution, teacher) references accounts.persons (institution, id)
);
create index regrades_by_exam on exams.regrades (institution, exam, question, decided);
create index regrades_by_question on exams.regrades (institution, question);
create index regrades_by_teacher on exams.regrades (institution, teacher);

create table exams.marks (
  institution uuid not null default app.institution(),
  id uuid not null,
  attempt uuid not null,
  position integer not null check (position >= 1),
  learner uuid not null,
  fraction double precision check (fraction between 0 and 1),
  how text not null check (how in ('computed', 'by hand', 'regraded')),
  regrade uuid,
  marked timestamptz not null,
  marker uuid,
  comment bytea,
  reason text check (length(reason) between 1 and 2000),
  replaced timestamptz,
  primary key (institution, id),
  foreign key (institution, attempt) references exams.attempts (institution, id) on delete cascade,
  foreign key (institution, learner) references accounts.persons (institution, id),
  foreign key (institution, regrade) references exams.regrades (institution, id),
  foreign key (institution, marker) references accounts.persons (institution, id),
  check ((how = 'regraded') = (regrade is not null))
);
create unique index marks_in_force on exams.marks (institution, attempt, position) where replaced is null;
create index marks_by_attempt on exams.marks (institution, attempt, position, marked);
create index marks_by_learner on exams.marks (institution, learner);
create index marks_by_marker on exams.marks (institution, marker);

-- Outlives the attempt: what was passed stays passed when the answers are long gone.
create table exams.passes (
  institution uuid not null default app.institution(),
  exam uuid not null,
  learner uuid not null,
  attempt uuid not null,
  percent double precision not null,
  passed timestamptz not null,
  primary key (institution, exam, learner),
  foreign key (institution, exam) references exams.exams (institution, id),
  foreign key (institution, learner) references accounts.persons (institution, id)
);
create index passes_by_learner on exams.passes (institution, learner);
