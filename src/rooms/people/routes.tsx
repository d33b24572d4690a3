import { z } from 'zod'
import { emailAddress } from '../../platform/email-address.ts'
import { personName } from '../../platform/person-name.ts'
import { endOfDayAfter, startOfDay } from '../../platform/time.ts'
import { languages } from '../../platform/words.ts'
import { change, question } from '../../web/route.ts'
import { roles } from '../../web/visit.ts'
import { termsAhead } from '../organisations/reading-service.ts'
import { noonOf } from '../organisations/rules.ts'
import { NewEmployeePage, OverviewPage, PeoplePage } from './pages.tsx'
import { PersonPage } from './person-page.tsx'
import { findPeople, getPerson, PAGE_SIZE } from './reading-service.ts'
import { appointedRoles, decisionKinds, reasons } from './rules.ts'
import { decide, endRole, giveRole, inviteEmployee } from './service.ts'

const EMPLOYEE = { purpose: 'administration', audience: 'administrator' } as const
const HERE = '/administration/people'
const AHEAD = 60 // days

const showOverview = question({
  ...EMPLOYEE,
  path: '/administration',
  answer: z.object({
    inForce: z.number(),
    ending: z.array(z.object({ id: z.string(), organisation: z.string(), name: z.string(), ends: z.iso.date() })),
    requests: z.array(
      z.object({ id: z.string(), organisation: z.string(), name: z.string(), kind: z.enum(['more', 'fewer']), seats: z.number().int(), asked: z.date() }),
    ),
  }),
  read: (db, visit) => termsAhead(db, visit, AHEAD),
  page: OverviewPage,
})

const state = z.enum(['invited', 'active', 'blocked', 'deactivated'])

const showPeople = question({
  ...EMPLOYEE,
  path: HERE,
  looks: 'peopleFound',
  query: z.object({ name: z.string().trim().max(100).default(''), page: z.coerce.number().int().min(1).max(500).default(1) }),
  answer: z.object({
    name: z.string(),
    page: z.number(),
    isLast: z.boolean(),
    people: z.array(
      z.object({ id: z.string(), firstName: z.string(), lastName: z.string(), email: z.string(), roles: z.array(z.enum(roles)), state }),
    ),
  }),
  async read(db, visit, { query }) {
    const found = await findPeople(db, visit, query)
    return { ...query, isLast: found.length <= PAGE_SIZE, people: found.slice(0, PAGE_SIZE) as never }
  },
  page: PeoplePage,
})

const showNewEmployee = question({ ...EMPLOYEE, path: `${HERE}/new`, answer: z.object({}), read: async () => ({}), page: NewEmployeePage })

const makeNewEmployee = change({
  ...EMPLOYEE,
  path: HERE,
  form: z.strictObject({ firstName: personName, lastName: personName, email: emailAddress, personLanguage: z.enum(languages), role: z.enum(appointedRoles) }),
  again: showNewEmployee,
  async act(_, visit, { form: { role, personLanguage: language, ...person } }) {
    const id = await inviteEmployee(visit, { ...person, language, roles: [role] })
    return { to: `${HERE}/${id}`, notice: 'noticeEmployeeInvited', created: true }
  },
})

const params = z.object({ person: z.uuid() })

const showPerson = question({
  ...EMPLOYEE,
  path: `${HERE}/:person`,
  looks: 'personHelped',
  params,
  answer: z.object({
    id: z.string(),
    firstName: z.string(),
    lastName: z.string(),
    email: z.string(),
    language: z.enum(languages),
    created: z.date(),
    state,
    eraseDue: z.date().nullable(),
    refusedLetter: z.date().nullable().describe('When the last letter to them was refused for good.'),
    appointments: z.array(z.object({ id: z.string(), role: z.enum(roles), begins: z.date(), ends: z.date().nullable() })),
    decisions: z.array(z.object({ kind: z.enum(decisionKinds), reason: z.enum(reasons), decided: z.date() })),
    standing: z.object({ blocked: z.date().nullable(), deactivated: z.date().nullable(), because: z.string().nullable(), hasFactor: z.boolean() }),
  }),
  read: async (db, visit, input) => (await getPerson(db, visit, input.params.person)) as never,
  page: PersonPage,
})

const optionalDay = z.union([z.literal('').transform(() => null), z.iso.date('#fieldNotADate')]).default(null)

const makeAppointment = change({
  ...EMPLOYEE,
  path: `${HERE}/:person/appointments`,
  looks: 'personHelped',
  params,
  form: z
    .strictObject({ role: z.enum(appointedRoles), begins: z.iso.date('#fieldNotADate'), ends: optionalDay })
    .refine(({ begins, ends }) => ends === null || begins <= ends, { error: '#endsBeforeBegins', path: ['ends'] }),
  again: showPerson,
  async act(db, visit, { params: { person }, form: { role, begins, ends } }) {
    const { zone } = visit.site
    await giveRole(db, visit, {
      person,
      role,
      begins: startOfDay(noonOf(begins), zone),
      ends: ends === null ? null : endOfDayAfter(noonOf(ends), 'P0D', zone),
    })
    return { to: `${HERE}/${person}`, notice: 'noticeRoleGiven' }
  },
})

const makeAppointmentEnd = change({
  ...EMPLOYEE,
  path: `${HERE}/:person/appointments/:appointment/end`,
  looks: 'personHelped',
  params: params.extend({ appointment: z.uuid() }),
  form: z.strictObject({}),
  again: showPerson,
  async act(db, visit, { params: at }) {
    await endRole(db, visit, at)
    return { to: `${HERE}/${at.person}`, notice: 'noticeRoleEnded' }
  },
})

const makeDecision = change({
  ...EMPLOYEE,
  path: `${HERE}/:person/decisions`,
  looks: 'personHelped',
  params,
  form: z.strictObject({ kind: z.enum(decisionKinds), reason: z.string().max(40).default('') }),
  again: showPerson,
  async act(db, visit, { params: { person }, form }) {
    await decide(db, visit, { person, ...form })
    return { to: `${HERE}/${person}`, notice: 'noticeDecided' }
  },
})

export const routes = [
  showOverview,
  showPeople,
  showNewEmployee,
  makeNewEmployee,
  showPerson,
  makeAppointment,
  makeAppointmentEnd,
  makeDecision,
]
