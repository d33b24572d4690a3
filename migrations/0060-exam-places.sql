-- A question that has been asked is kept for whoever answered it, whatever exams ask from then on.
create table questions.asked (
  institution uuid not null default app.institution(),
  version uuid not null,
  first timestamptz not null,
  primary key (institution, version),
  foreign key (institution, version) references questions.versions (institution, id)
);

-- What is drawn from the bank, told by the rooms above. It names no question: those that fit are found
-- when somebody asks, so that one written later is known to be in use too.
create table questions.draws (
  institution uuid not null default app.institution() references institutions.sites (id),
  used_by text not null check (used_by ~ '^[a-z]+$'),
  reference uuid not null,
  place integer not null check (place >= 1),
  category text not null,
  tag text not null,
  difficulty text not null check (difficulty in ('', 'easy', 'medium', 'hard')),
  title text not null,
  path text not null,
  since timestamptz not null,
  primary key (institution, used_by, reference, place)
);

-- Every exam has places for questions that all get, and draws beside them; before, it had the one or the other.
create function pg_temp.with_places(plan jsonb) returns jsonb language sql as $$
  select jsonb_set(plan, '{questions}', jsonb_build_object(
    'places', coalesce(
      (select jsonb_agg(jsonb_build_object('entry', entry, 'version', null) order by place)
       from jsonb_array_elements(plan -> 'questions' -> 'entries') with ordinality as one (entry, place)),
      '[]'
    ),
    'pools', coalesce(plan -> 'questions' -> 'pools', '[]')
  ))
$$;
update exams.exams set draft = pg_temp.with_places(draft);
update exams.versions set plan = pg_temp.with_places(plan);

insert into questions.asked (institution, version, first)
select attempt.institution, version.id, min(attempt.started)
from exams.attempts as attempt
cross join lateral jsonb_array_elements_text(attempt.questions) as drawn (id)
join questions.versions as version
  on version.institution = attempt.institution and version.id = drawn.id::uuid
group by attempt.institution, version.id;

insert into questions.draws (institution, used_by, reference, place, category, tag, difficulty, title, path, since)
select
  exam.institution, 'exam', exam.id, drawn.place,
  coalesce(drawn.pool ->> 'category', ''), coalesce(drawn.pool ->> 'tag', ''), coalesce(drawn.pool ->> 'difficulty', ''),
  plan -> 'title' ->> (plan ->> 'language'), '/authoring/exams/' || exam.id, version.published
from exams.exams as exam
join exams.versions as version on version.institution = exam.institution and version.id = exam.version
cross join lateral jsonb_array_elements(version.plan -> 'questions' -> 'pools') with ordinality as drawn (pool, place);

delete from questions.uses as use
using exams.exams as exam, exams.versions as version
where use.used_by = 'exam'
  and exam.institution = use.institution
  and exam.id = use.reference
  and version.institution = exam.institution
  and version.id = exam.version
  and not version.plan -> 'questions' -> 'places' @> jsonb_build_array(jsonb_build_object('entry', use.entry));
