-- How many have completed a course and have no paper of it: a number for its author, never who.
create function certificates.waiting_in(asked uuid) returns integer language sql stable security definer as $$
  select count(*)::integer
  from courses.completions as completion
  where completion.institution = app.institution()
    and completion.course = asked
    and not exists (
      select
      from certificates.certificates as paper
      where paper.institution = completion.institution
        and paper.learner = completion.learner
        and paper.course = completion.course
    )
$$;
revoke execute on function certificates.waiting_in(uuid) from public;
grant execute on function certificates.waiting_in(uuid) to purpose_authoring;
