-- The name as it is printed in Latin letters, where the person writes theirs in others; empty: as they write it.
alter table accounts.persons add column printed_name text check (length(printed_name) between 1 and 201);
