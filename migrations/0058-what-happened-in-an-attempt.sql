-- What happened in an attempt besides answers: it went on elsewhere, or a teacher gave it more time, and why.
alter table exams.attempts add column session uuid;

create table exams.occurrences (
  institution uuid not null default app.institution(),
  id uuid not null,
  attempt uuid not null,
  learner uuid not null,
  kind text not null check (kind in ('takenOver', 'minutesAdded', 'openedAgain')),
  happened timestamptz not null,
  page uuid,
  minutes integer check (minutes between 1 and 1440),
  because text check (because in ('technical', 'interrupted', 'faulty', 'agreed')),
  teacher uuid,
  primary key (institution, id),
  foreign key (institution, attempt) references exams.attempts (institution, id) on delete cascade,
  foreign key (institution, learner) references accounts.persons (institution, id),
  foreign key (institution, teacher) references accounts.persons (institution, id),
  check ((kind = 'takenOver') = (page is not null)),
  check ((kind = 'takenOver') = (minutes is null)),
  check ((kind = 'takenOver') = (because is null))
);
create index occurrences_by_attempt on exams.occurrences (institution, attempt, happened);
create index occurrences_by_learner on exams.occurrences (institution, learner);
create index occurrences_by_teacher on exams.occurrences (institution, teacher);
-- A page is left behind once, whoever notices it.
create unique index occurrences_of_pages on exams.occurrences (institution, attempt, page);
