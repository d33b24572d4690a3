-- How often anybody has saved the draft of an exam: who saves an older one is told.
alter table exams.exams add column revision integer not null default 1;

alter table questions.entries add column difficulty text not null default ''
  check (difficulty in ('', 'easy', 'medium', 'hard'));
alter table questions.changes drop constraint changes_action_check;
alter table questions.changes add constraint changes_action_check
  check (action in ('moved', 'tagged', 'untagged', 'graded', 'readied', 'hidden', 'shown', 'imported'));
