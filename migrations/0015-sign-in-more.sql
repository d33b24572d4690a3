-- Whoever gave the right password and still has to show a second factor: not signed in, for minutes.
create table sign_in.proofs (
  institution uuid not null default app.institution(),
  id uuid not null,
  person uuid not null,
  token_hash bytea not null,
  expires timestamptz not null,
  primary key (institution, id),
  foreign key (institution, person) references accounts.persons (institution, id)
);
create unique index proofs_by_token on sign_in.proofs (institution, token_hash);
create index proofs_by_person on sign_in.proofs (institution, person);
create index proofs_by_end on sign_in.proofs (institution, expires);

-- Recovery codes while they are being shown, sealed: gone once they are kept, or after minutes.
create table sign_in.shown_codes (
  institution uuid not null default app.institution(),
  person uuid not null,
  sealed bytea not null,
  expires timestamptz not null,
  primary key (institution, person),
  foreign key (institution, person) references accounts.persons (institution, id)
);
create index shown_codes_by_end on sign_in.shown_codes (institution, expires);

-- The door itself: what must be known of an address before anybody is, and the same work for all.
create function sign_in.door_at(address text)
returns table (
  person uuid, hash text, email_confirmed timestamptz, blocked timestamptz, deactivated timestamptz,
  erase_due timestamptz
)
language sql stable security definer as $$
  select person.id, password.hash, person.email_confirmed, person.blocked, person.deactivated, person.erase_due
  from accounts.persons as person
  left join sign_in.passwords as password
    on password.institution = person.institution and password.person = person.id
  where person.institution = app.institution() and lower(person.email) = lower(address)
$$;

create function sign_in.proof_of(hash bytea) returns table (id uuid, person uuid)
language sql stable security definer as $$
  select proof.id, proof.person
  from sign_in.proofs as proof
  where proof.institution = app.institution()
    and proof.token_hash = hash
    and proof.expires > app.now()
$$;

revoke execute on function sign_in.door_at(text), sign_in.proof_of(bytea) from public;
grant execute on function sign_in.door_at(text), sign_in.proof_of(bytea) to purpose_account;
