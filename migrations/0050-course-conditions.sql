-- When a section or a lesson opens: on a day, or so many days after its learner's start; with neither, at once.
-- What is unseen is not even named until then.
alter table courses.sections
  add column opens timestamptz,
  add column opens_after_days integer check (opens_after_days between 1 and 1000),
  add column unseen boolean not null default false,
  add check (opens is null or opens_after_days is null);
alter table courses.items
  add column opens timestamptz,
  add column opens_after_days integer check (opens_after_days between 1 and 1000),
  add column unseen boolean not null default false,
  add check (opens is null or opens_after_days is null);

-- What makes a lesson done. An exam is done by passing it, whatever stands here.
alter table courses.items
  add column done_by text not null default 'read' check (done_by in ('read', 'opened', 'time', 'teacher', 'passed')),
  add column least_minutes integer check (least_minutes between 1 and 600),
  add column done_with uuid,
  add check ((done_by = 'time') = (least_minutes is not null)),
  add check ((done_by = 'passed') = (done_with is not null)),
  add foreign key (institution, done_with) references courses.items (institution, id);
create index items_done_with on courses.items (institution, done_with) where done_with is not null;

-- How it was done stays as it was, with the minutes that were asked for then.
alter table courses.item_completions
  drop constraint item_completions_how_check,
  add check (how in ('read', 'passed', 'teacher', 'opened', 'time')),
  add column least_minutes integer;

-- Counted by the server alone, only in lessons that ask for time, and emptied once that is enough.
alter table courses.visits
  add column seconds_read integer not null default 0 check (seconds_read >= 0),
  add column last_read timestamptz;

-- What one learner need not wait for: a course they need not have completed first, or a section or lesson that
-- opens early. The reason is one of a few words, so that nobody writes an illness here.
create table courses.exemptions (
  institution uuid not null default app.institution(),
  id uuid not null,
  course uuid not null,
  learner uuid not null,
  required uuid,
  item uuid,
  because text not null check (because in ('elsewhere', 'experience', 'agreed', 'technical')),
  given timestamptz not null,
  giver uuid,
  ended timestamptz,
  primary key (institution, id),
  foreign key (institution, course) references courses.courses (institution, id),
  foreign key (institution, required) references courses.courses (institution, id),
  foreign key (institution, item) references courses.items (institution, id),
  foreign key (institution, learner) references accounts.persons (institution, id),
  foreign key (institution, giver) references accounts.persons (institution, id),
  check ((required is null) <> (item is null))
);
create unique index exemptions_once on courses.exemptions (institution, learner, course, coalesce(required, item))
  where ended is null;
create index exemptions_by_course on courses.exemptions (institution, course);
create index exemptions_by_giver on courses.exemptions (institution, giver);

-- A learner asks to begin without what a course requires. Its teachers see them from then on, until it is decided.
create table courses.applications (
  institution uuid not null default app.institution(),
  course uuid not null,
  learner uuid not null,
  asked timestamptz not null,
  because text not null check (because in ('elsewhere', 'experience', 'agreed')),
  decided timestamptz,
  outcome text check (outcome in ('granted', 'declined', 'withdrawn')),
  decided_by uuid,
  primary key (institution, course, learner),
  foreign key (institution, course) references courses.courses (institution, id),
  foreign key (institution, learner) references accounts.persons (institution, id),
  foreign key (institution, decided_by) references accounts.persons (institution, id),
  check ((decided is null) = (outcome is null))
);
create index applications_by_learner on courses.applications (institution, learner);
create index applications_by_decider on courses.applications (institution, decided_by);
