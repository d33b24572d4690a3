-- How many erasures this database knows of. A backup knows of fewer than whoever works on it has seen done,
-- and may answer nobody until the ledger, which lies outside, has been repeated on it.
create table privacy.marks (
  house boolean primary key default true check (house),
  erasures bigint not null
);
insert into privacy.marks (erasures) values (0);

-- Asked at the head of every transaction, by the login itself. LF001 is ours:
-- https://www.postgresql.org/docs/current/errcodes-appendix.html leaves classes beginning with I to Z free.
create function app.must_not_be_older(seen bigint) returns boolean language plpgsql stable security definer as $$
begin
  if seen > 0 and (select mark.erasures from privacy.marks as mark) < seen then
    raise exception 'The database is older than what was seen of it' using errcode = 'LF001';
  end if;
  return true;
end $$;

-- One more, in the transaction of the erasure; and as many as the ledger says, once it has been repeated.
create function privacy.mark_erasure() returns bigint language sql volatile security definer as $$
  update privacy.marks set erasures = erasures + 1 returning erasures
$$;

create function privacy.catch_up(at_least bigint) returns bigint language plpgsql volatile security definer as $$
begin
  update privacy.marks set erasures = at_least where erasures < at_least;
  return (select mark.erasures from privacy.marks as mark);
end $$;

revoke execute on function privacy.mark_erasure(), privacy.catch_up(bigint) from public;
grant execute on function privacy.mark_erasure(), privacy.catch_up(bigint) to purpose_rights;
