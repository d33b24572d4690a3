-- Why somebody was given more attempts than others: one of a few words, so that nobody writes an illness here.
alter table exams.arrangements add column attempts_because text check (attempts_because in ('technical', 'interrupted', 'faulty', 'agreed'));
update exams.arrangements set attempts_because = 'agreed' where extra_attempts > 0;
alter table exams.arrangements add check ((extra_attempts > 0) = (attempts_because is not null));
