-- That the mail server could not take the letter yet: its holder sees that it is tried again.
alter table certificates.deliveries drop constraint deliveries_outcome_check;
alter table certificates.deliveries add check (outcome in ('sent', 'refused', 'withheld', 'delayed', 'reminded', 'remindedAgain', 'last'));
create unique index deliveries_delayed_once on certificates.deliveries (institution, certificate) where outcome = 'delayed';
create index certificates_revoked on certificates.certificates (institution, revoked, id) where revoked is not null;
