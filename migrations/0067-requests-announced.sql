-- When our own office was written to about what an organisation asks: once.
alter table organisations.requests add column announced timestamptz;
update organisations.requests set announced = asked;
