-- What an exam's draft said before it was written over, so that there is a way back.
create table exams.drafts (
  institution uuid not null default app.institution(),
  id uuid not null,
  exam uuid not null,
  number integer not null check (number >= 1),
  plan jsonb not null,
  saved timestamptz not null,
  author uuid,
  primary key (institution, id),
  foreign key (institution, exam) references exams.exams (institution, id),
  foreign key (institution, author) references accounts.persons (institution, id)
);
create unique index drafts_by_number on exams.drafts (institution, exam, number);
create index drafts_by_author on exams.drafts (institution, author);

insert into exams.drafts (institution, id, exam, number, plan, saved)
select institution, gen_random_uuid(), id, 1, draft, created from exams.exams;
