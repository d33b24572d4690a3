create schema policy;

-- A version of the privacy policy as it was published: never changed, never deleted.
create table policy.versions (
  institution uuid not null default app.institution() references institutions.sites (id),
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  effective timestamptz not null,
  published timestamptz not null,
  texts jsonb not null,
  facts jsonb not null,
  primary key (institution, hash)
);
create unique index versions_by_effect on policy.versions (institution, effective desc);
