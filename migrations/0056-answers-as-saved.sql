-- Each save of an answer is kept beside the newest: when one comes late, it can be told what stood before.
create table exams.saves (
  institution uuid not null default app.institution(),
  attempt uuid not null,
  position integer not null check (position >= 1),
  sequence bigint not null check (sequence >= 0),
  learner uuid not null,
  response jsonb,
  sealed bytea,
  saved timestamptz not null,
  primary key (institution, attempt, position, sequence),
  foreign key (institution, attempt) references exams.attempts (institution, id) on delete cascade,
  foreign key (institution, learner) references accounts.persons (institution, id),
  check (response is null or sealed is null)
);
create index saves_by_learner on exams.saves (institution, learner);
create index saves_by_time on exams.saves (institution, saved);

-- What was saved before: the newest alone is known, and what is sealed opens nowhere else.
insert into exams.saves (institution, attempt, position, sequence, learner, response, saved)
select institution, attempt, position, sequence, learner, response, saved from exams.answers where sealed is null;
