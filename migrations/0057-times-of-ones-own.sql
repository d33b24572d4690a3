-- One learner may sit an exam at another time than others; and of two teachers who change the same, the second is told.
alter table exams.arrangements
  add column opens timestamptz,
  add column closes timestamptz,
  add column revision integer not null default 1 check (revision >= 1),
  add check (closes > opens);
