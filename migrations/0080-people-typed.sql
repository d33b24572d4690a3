-- Whose names or address begin with what was typed. A row policy lets no comparison of texts near the rows
-- before itself, so no index would help whoever searches under one: here it does, and what is found is
-- looked at under the policy afterwards. The last code point there is stands behind whatever may follow.
-- 11 is the place of `administration` in the mask.
create function accounts.beginning_with(typed text) returns setof uuid language sql stable rows 20 security definer as $$
  select person.id
  from accounts.persons as person
  where (select app.reaches_all('administration', 11))
    and person.institution = app.institution()
    and (
      (lower(person.first_name) ~>=~ typed and lower(person.first_name) ~<~ (typed || U&'\+10FFFF'))
      or (lower(person.last_name) ~>=~ typed and lower(person.last_name) ~<~ (typed || U&'\+10FFFF'))
      or (lower(person.email) ~>=~ typed and lower(person.email) ~<~ (typed || U&'\+10FFFF'))
    )
$$;
revoke execute on function accounts.beginning_with(text) from public;
grant execute on function accounts.beginning_with(text) to purpose_administration;
