import { allowedIn } from '../src/privacy/standing.ts'
import { asOwner } from './place.ts'

/** People numbered from `first` to `last`, each with what a learner at Nomkus has after some weeks. */
export type People = { institution: string; first: number; last: number }

/** The session cookie that person number `n` has. */
export const tokenOf = (n: number) => `bench-${n}`
export const emailOf = (n: number) => `person-${n}@bench.example`
/** Every fifth person has a paper. */
export const codeOf = (n: number) => `BENC-${[4, 3, 2, 1].map((place) => SIGNS[Math.floor(n / 30 ** place) % 30]).join('')}-${SIGNS[n % 30]}HHH`

/** The id of person number `n`, in SQL: as random as ours, and known without looking. */
const idOf = (what: string, n = 'n') => `md5('${what} ' || ${n})::uuid`

/**
 * Puts people in by whole sets, as the owner: accounts, seats, sessions, courses taken, exams sat, papers,
 * and the traces that others leave. One in ten is deactivated and has a second factor, one in five has completed their course.
 */
export async function addPeople(url: string, { institution, first, last }: People): Promise<void> {
  const numbers = `generate_series(${first}, ${last}) as n`
  const add = (table: string, columns: string, values: string, rest = '') => `insert into ${table} (institution, ${columns}) select '${institution}', ${values} from ${numbers} ${rest}`
  await asOwner(url, [
    // Keys into other tables hold by the way this is made; checking each would take longer than all else.
    `do $$ begin set session_replication_role = replica; exception when insufficient_privilege then null; end $$`,
    `set synchronous_commit = off`,
    `create temporary table taken as
      select row_number() over (order by slug) - 1 as place, id as course,
        array(select item.id from courses.items as item where item.course = course.id and item.kind = 'lesson' order by position, id) as items,
        (select exam.id from exams.exams as exam where exam.course = course.id) as exam,
        (select exam.version from exams.exams as exam where exam.course = course.id) as version,
        (select jsonb_agg(asked.id) from (select id from questions.versions where institution = '${institution}' order by id limit 2) as asked) as questions
      from courses.courses as course where institution = '${institution}'`,
    ...accounts(add),
    ...learning(add),
    ...examining(add),
  ])
}

/** Tells the planner how much there is now, and the server which pages need no second look. */
export async function settle(url: string): Promise<void> {
  await asOwner(url, ['vacuum (analyze)'])
}

type Add = (table: string, columns: string, values: string, rest?: string) => string

function accounts(add: Add): string[] {
  const person = idOf('person')
  return [
    add('privacy.standings', 'person, allowed', `${person}, case when n % 10 = 7 then ${allowedIn('deactivated')} else ${allowedIn('active')} end`),
    add(
      'accounts.persons',
      'id, first_name, last_name, email, language, created, email_confirmed, deactivated, deactivated_because, erase_due',
      `${person}, 'Kari ' || n, 'Nordmann ' || n % 5000, ${EMAIL}, 'nb', now() - interval '40 days', now() - interval '40 days',
       case when n % 10 = 7 then now() end, case when n % 10 = 7 then 'membershipEnded' end, case when n % 10 = 7 then now() + interval '30 days' end`,
    ),
    add('privacy.keys', 'person, sealed', `${person}, sha256(n::text::bytea)`),
    add('accounts.appointments', 'id, person, role, begins', `${idOf('appointment')}, ${person}, 'learner', now() - interval '40 days'`),
    add('organisations.seats', 'id, membership, holder, claimed', `${idOf('seat')}, membership.id, ${person}, now() - interval '40 days'`, `cross join ${MEMBERSHIP}`),
    add('registration.acceptances', 'id, person, version, language, accepted', `${idOf('acceptance')}, ${person}, version.hash, 'nb', now() - interval '40 days'`, `cross join ${POLICY}`),
    add(
      'sign_in.sessions',
      'id, person, token_hash, started, used, ends, strong, device',
      `${idOf('session')}, ${person}, sha256(convert_to('bench-' || n, 'UTF8')), now(), now(), now() + interval '7 days', false, 'Firefox, Linux'`,
    ),
    add('sign_in.passwords', 'person, hash, changed', `${person}, '$scrypt$none', now()`),
    add('sign_in.factors', 'id, person, secret, confirmed', `${idOf('factor')}, ${person}, '\\x00', now()`, 'where n % 10 = 7'),
    add('sign_in.passkeys', 'id, person, credential, public_key, counter, transports, label, created', `${idOf('passkey')}, ${person}, md5('credential ' || n), '\\x00', 0, '', '', now()`, 'where n % 10 = 7'),
    add('sign_in.recovery_codes', 'id, person, hash', `${idOf('code')}, ${person}, '\\x00'`, 'where n % 10 = 7'),
    add('security.events', 'id, happened, kind, person, network, device', `${idOf('event')}, now() - n % 90 * interval '1 day', 'signedIn', ${person}, '10.' || n % 200 || '.' || n % 250 || '.1', 'Firefox, Linux'`),
    add('privacy.looks', 'id, actor, subject, purpose, what, looked', `${idOf('look')}, teacher.person, ${person}, 'teaching', 'courseLearners', now() - interval '3 days'`, `cross join ${TEACHER} where n % 2 = 0`),
    add('privacy.reach', 'id, actor, subject, purpose, because, begins', `${idOf('reach')}, teacher.person, ${person}, 'teaching', 'course', now() - interval '40 days'`, `cross join ${TEACHER}`),
  ]
}

const EMAIL = `'person-' || n || '@bench.example'`
const MEMBERSHIP = '(select membership as id from organisations.terms order by ends desc limit 1) as membership'
const POLICY = '(select hash from policy.versions where institution = (select institution from taken limit 1) limit 1) as version'
const TEACHER = `(select person from accounts.appointments where role = 'teacher' limit 1) as teacher`

function learning(add: Add): string[] {
  const learner = idOf('person')
  const taken = 'join taken on taken.place = n % (select count(*) from taken)'
  return [
    add('courses.enrolments', 'course, learner, enrolled', `taken.course, ${learner}, now() - interval '30 days'`, taken),
    add('courses.visits', 'learner, item, course, first_visited, last_visited', `${learner}, taken.items[1], taken.course, now() - interval '20 days', now()`, taken),
    add('courses.places', 'learner, course, item, visited', `${learner}, taken.course, taken.items[least(3, cardinality(taken.items))], now()`, taken),
    add('courses.item_completions', 'learner, item, course, done, how', `${learner}, taken.items[lesson], taken.course, now(), 'read'`, `${taken} cross join generate_series(1, least(2, cardinality(taken.items))) as lesson`),
    add('courses.exemptions', 'id, course, learner, item, because, given', `${idOf('exemption')}, taken.course, ${learner}, taken.items[1], 'agreed', now()`, `${taken} where n % 10 = 3`),
    add('courses.applications', 'course, learner, asked, because', `taken.course, ${learner}, now(), 'elsewhere'`, `${taken} where n % 20 = 3`),
    add('courses.completions', 'id, learner, course, completed, rule', `${idOf('completion')}, ${learner}, taken.course, now(), '{}'`, `${taken} where n % 5 = 0`),
  ]
}

function examining(add: Add): string[] {
  const learner = idOf('person')
  const taken = 'join taken on taken.place = n % (select count(*) from taken) and taken.exam is not null and n % 5 = 0'
  return [
    add(
      'exams.attempts',
      'id, exam, version, learner, number, seed, questions, started, deadline, answers_until, ends, at, seen, submitted, submitted_because, marked, released, points, most, percent',
      `${idOf('attempt')}, taken.exam, taken.version, ${learner}, 1, 'seed', taken.questions, now(), now(), now(), now(), 1, now(), now(), 'learner', now(), now(), 2, 2, 100`,
      taken,
    ),
    add('exams.answers', 'attempt, position, learner, response, sequence, saved', `${idOf('attempt')}, position, ${learner}, '{"kind": "trueFalse", "answer": true}', 1, now()`, `${taken} cross join generate_series(1, 2) as position`),
    add('exams.arrangements', 'exam, learner, factor, extra_minutes, extra_attempts, given', `taken.exam, ${learner}, 1.25, 0, 0, now()`, taken),
    add('exams.passes', 'exam, learner, attempt, percent, passed', `taken.exam, ${learner}, ${idOf('attempt')}, 100, now()`, taken),
    add(
      'certificates.certificates',
      'id, learner, course, version, code, language, name, name_hash, snapshot, issued',
      `${idOf('paper')}, ${learner}, taken.course, 1, ${CODE}, 'nb', 'Kari ' || n, '\\x00', '${JSON.stringify(SNAPSHOT)}', now()`,
      taken,
    ),
  ]
}

const SNAPSHOT = {
  template: 1,
  courseTitle: 'Arbeidsliv i Norge',
  level: 'B1',
  hours: 6,
  goals: ['lese en arbeidskontrakt'],
  outcome: 'passed',
  score: 100,
  completed: '2026-01-02',
  rule: '',
  institution: { name: 'Nomkus', legalName: 'Nomkus AS', theme: 'nomkus', zone: 'Europe/Oslo' },
  site: 'http://nomkus.localhost',
}

/** A code of twelve signs that differs for every number below two million. */
const SIGNS = '23456789ABCDEFGHJKMNPQRSTVWXYZ'
const sign = (place: number) => `substr('${SIGNS}', (n / ${30 ** place}) % 30 + 1, 1)`
const CODE = `'BENC-' || ${[4, 3, 2, 1].map(sign).join(' || ')} || '-' || ${sign(0)} || 'HHH'`
