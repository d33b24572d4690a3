-- A picture or sound that questions show, once in an institution, under an address made from its
-- content: it never changes, so an exam of last year shows what it showed.
create table questions.pictures (
  institution uuid not null default app.institution() references institutions.sites (id),
  address text not null check (address ~ '^[0-9a-f]{32}\.[a-z0-9]{3,4}$'),
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  name text not null check (length(name) between 1 and 120),
  type text not null,
  bytes bigint not null,
  added timestamptz not null,
  primary key (institution, address)
);
