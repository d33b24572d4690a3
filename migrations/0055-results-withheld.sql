-- Since when the result of an attempt waits for its learner's last one: where marks are hidden until no attempt is left, and no day is set.
alter table exams.attempts add column withheld timestamptz;
