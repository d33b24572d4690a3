-- The page at which a learner sits now: whoever goes on elsewhere leaves the one before behind.
alter table exams.attempts add column page uuid;
