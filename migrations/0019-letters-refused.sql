-- That the last letter to somebody was refused for good: a letter that does not arrive is not lost silently.
create table accounts.unreached (
  institution uuid not null default app.institution(),
  person uuid not null,
  refused timestamptz not null,
  primary key (institution, person),
  foreign key (institution, person) references accounts.persons (institution, id)
);
