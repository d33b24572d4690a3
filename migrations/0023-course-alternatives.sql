-- Prerequisites of one number are alternatives, and one of them is enough; those of 0 stand alone.
alter table courses.prerequisites add column choice integer not null default 0 check (choice >= 0);
