-- When the result of an attempt that needs no teacher is given by itself: where its plan hides the marks until a day that comes.
alter table exams.attempts add column result_at timestamptz;
create index attempts_waiting on exams.attempts (institution, result_at) where result_at is not null and released is null;
