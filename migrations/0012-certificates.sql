create schema certificates;

-- For which courses certificates are issued. Those who completed one earlier get theirs too.
create table certificates.rules (
  institution uuid not null default app.institution(),
  course uuid not null,
  since timestamptz not null,
  primary key (institution, course),
  foreign key (institution, course) references courses.courses (institution, id)
);

-- One row a version of a paper. What it says is frozen; only what has become of it is written later.
create table certificates.certificates (
  institution uuid not null default app.institution(),
  id uuid not null,
  learner uuid,
  course uuid not null,
  cycle integer not null default 1 check (cycle >= 1),
  version integer not null check (version >= 1),
  code text not null check (code ~ '^[2-9A-HJKMNP-Z]{4}(-[2-9A-HJKMNP-Z]{4}){2}$'),
  language text not null check (language in ('nb', 'da', 'en')),
  name text check (length(name) between 1 and 201),
  name_hash bytea,
  snapshot jsonb not null,
  issued timestamptz not null,
  replaces uuid,
  replaced timestamptz,
  revoked timestamptz,
  revoked_because text check (revoked_because in ('mistake', 'irregular', 'holder')),
  primary key (institution, id),
  -- Whatever runs twice, or twice at once: a learner gets one paper a course and cycle, version by version.
  unique (institution, learner, course, cycle, version),
  foreign key (institution, learner) references accounts.persons (institution, id),
  foreign key (institution, course) references courses.courses (institution, id),
  foreign key (institution, replaces) references certificates.certificates (institution, id) on delete set null (replaces),
  check ((revoked is null) = (revoked_because is null)),
  check ((name is null) = (name_hash is null)),
  -- An earlier version keeps no name: nobody finds out through it what somebody was called.
  check (replaced is null or name is null)
);
create unique index certificates_by_code on certificates.certificates (institution, code);
create index certificates_by_issue on certificates.certificates (institution, issued);
create index certificates_by_replaced on certificates.certificates (institution, replaces) where replaces is not null;

-- That a letter with the paper has gone, or why not. The address is not kept.
create table certificates.deliveries (
  institution uuid not null default app.institution(),
  id uuid not null,
  certificate uuid not null,
  learner uuid not null,
  sent timestamptz not null,
  outcome text not null check (outcome in ('sent', 'refused', 'withheld')),
  primary key (institution, id),
  foreign key (institution, certificate) references certificates.certificates (institution, id) on delete cascade,
  foreign key (institution, learner) references accounts.persons (institution, id)
);
create index deliveries_by_certificate on certificates.deliveries (institution, certificate, sent desc);
create index deliveries_by_learner on certificates.deliveries (institution, learner);
create unique index deliveries_sent_once on certificates.deliveries (institution, certificate) where outcome = 'sent';

-- One employee asks for it, another decides.
create table certificates.revocations (
  institution uuid not null default app.institution(),
  id uuid not null,
  certificate uuid not null,
  reason text not null check (reason in ('mistake', 'irregular', 'holder')),
  asked timestamptz not null,
  asked_by uuid,
  decided timestamptz,
  decided_by uuid,
  approved boolean,
  primary key (institution, id),
  foreign key (institution, certificate) references certificates.certificates (institution, id) on delete cascade,
  foreign key (institution, asked_by) references accounts.persons (institution, id),
  foreign key (institution, decided_by) references accounts.persons (institution, id),
  check (asked_by <> decided_by),
  check ((decided is null) = (approved is null))
);
create unique index revocations_open_once on certificates.revocations (institution, certificate) where decided is null;
create index revocations_by_certificate on certificates.revocations (institution, certificate);
create index revocations_by_asker on certificates.revocations (institution, asked_by);
create index revocations_by_decider on certificates.revocations (institution, decided_by);
