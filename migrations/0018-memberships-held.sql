-- Whoever changes how many seats there are holds the membership until they are done: two who set the
-- number at once do not both take the difference away.
create function organisations.hold(asked uuid) returns boolean language sql volatile security definer as $$
  select true
  from organisations.memberships as membership
  where membership.institution = app.institution() and membership.id = asked
  for update
$$;
revoke execute on function organisations.hold(uuid) from public;
grant execute on function organisations.hold(uuid) to purpose_membership;

-- Whether only addresses of its domains get in: a code that has wandered off is of use to nobody else.
alter table organisations.memberships
  add column domains_only boolean not null default false,
  add check (not domains_only or domains is not null);
