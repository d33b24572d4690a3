-- Who corrected what a paper says, by which new version, and why: its holder is told, and may object.
create table certificates.corrections (
  institution uuid not null default app.institution(),
  id uuid not null,
  certificate uuid not null,
  learner uuid not null,
  reason text not null check (reason in ('misprint', 'courseWrong', 'holder', 'objection')),
  made timestamptz not null,
  made_by uuid,
  primary key (institution, id),
  foreign key (institution, certificate) references certificates.certificates (institution, id) on delete cascade,
  foreign key (institution, learner) references accounts.persons (institution, id),
  foreign key (institution, made_by) references accounts.persons (institution, id)
);
create index corrections_by_certificate on certificates.corrections (institution, certificate);
create index corrections_by_learner on certificates.corrections (institution, learner);
create index corrections_by_maker on certificates.corrections (institution, made_by);

-- That a holder objects to a revocation or a correction, and what two employees answered.
create table certificates.objections (
  institution uuid not null default app.institution(),
  id uuid not null,
  certificate uuid not null,
  learner uuid not null,
  against text not null check (against in ('revocation', 'correction')),
  text bytea,
  made timestamptz not null,
  outcome text check (outcome in ('granted', 'dismissed')),
  answer bytea,
  proposed timestamptz,
  proposed_by uuid,
  decided timestamptz,
  decided_by uuid,
  primary key (institution, id),
  -- Each decision about a paper can be objected to once.
  unique (institution, certificate, against),
  foreign key (institution, certificate) references certificates.certificates (institution, id) on delete cascade,
  foreign key (institution, learner) references accounts.persons (institution, id),
  foreign key (institution, proposed_by) references accounts.persons (institution, id),
  foreign key (institution, decided_by) references accounts.persons (institution, id),
  check (text is not null),
  check (proposed_by <> decided_by),
  check ((outcome is null) = (proposed is null) and (answer is null) = (proposed is null)),
  check (decided is null or proposed is not null)
);
create index objections_open on certificates.objections (institution, made) where decided is null;
create index objections_by_learner on certificates.objections (institution, learner);
create index objections_by_proposer on certificates.objections (institution, proposed_by);
create index objections_by_decider on certificates.objections (institution, decided_by);
