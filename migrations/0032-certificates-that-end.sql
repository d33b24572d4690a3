-- For how long a paper of this course holds; empty: without end.
alter table certificates.rules add column valid_months integer check (valid_months between 1 and 240);

-- The last day on which the paper holds, as it was decided when it was issued.
alter table certificates.certificates add column valid_until date;
create index certificates_by_end on certificates.certificates (institution, valid_until) where valid_until is not null and replaced is null and revoked is null;

-- Beside the paper itself: that its holder was reminded of its end, and that it went along before the account goes.
alter table certificates.deliveries drop constraint deliveries_outcome_check;
alter table certificates.deliveries add check (outcome in ('sent', 'refused', 'withheld', 'reminded', 'remindedAgain', 'last'));
create unique index deliveries_told_once on certificates.deliveries (institution, certificate, outcome) where outcome in ('reminded', 'remindedAgain', 'last');

-- The newest time somebody passed who had passed before: what a renewed paper cites.
alter table exams.passes add column renewed timestamptz;
alter table exams.passes add column renewed_percent double precision;
alter table exams.passes add check ((renewed is null) = (renewed_percent is null));
