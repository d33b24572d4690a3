import { z } from 'zod'
import { emailAddress } from '../../platform/email-address.ts'
import { personName } from '../../platform/person-name.ts'
import { Refusal } from '../../platform/refusal.ts'
import { languages } from '../../platform/words.ts'
import { change, question } from '../../web/route.ts'
import { NewOrganisationPage, OrganisationPage, OrganisationsPage } from './administration-pages.tsx'
import { removeContact } from './changing-service.ts'
import { inviteContact, makeMembership, makeOrganisation } from './making-service.ts'
import { readOrganisationNumber } from './organisation-number.ts'
import { isTooLong } from './rules.ts'
import { getOrganisation, organisationsOf, PAGE_SIZE } from './reading-service.ts'
import { domainsSchema, seatsSchema } from './membership-routes.tsx'

const EMPLOYEE = { purpose: 'administration', audience: 'administrator' } as const
const HERE = '/administration/organisations'

const term = z.object({
  id: z.string(),
  begins: z.iso.date(),
  ends: z.iso.date(),
  state: z.enum(['active', 'notBegun', 'expired', 'suspended']),
})
const organisation = z.object({ id: z.string(), name: z.string(), organisationNumber: z.string() })

const showOrganisations = question({
  ...EMPLOYEE,
  path: HERE,
  query: z.object({ name: z.string().trim().max(100).default(''), page: z.coerce.number().int().min(1).max(5_000).default(1) }),
  answer: z.object({
    name: z.string(),
    page: z.number(),
    isLast: z.boolean(),
    organisations: z.array(organisation.extend({ term: term.nullable() })),
  }),
  async read(db, visit, { query }) {
    const found = await organisationsOf(db, visit, query)
    return { ...query, isLast: found.length <= PAGE_SIZE, organisations: found.slice(0, PAGE_SIZE) }
  },
  page: OrganisationsPage,
})

const showNewOrganisation = question({
  ...EMPLOYEE,
  path: `${HERE}/new`,
  answer: z.object({}),
  read: async () => ({}),
  page: NewOrganisationPage,
})

const makeNewOrganisation = change({
  ...EMPLOYEE,
  path: HERE,
  form: z.strictObject({ name: z.string().trim().min(1).max(200), organisationNumber: z.string().trim().min(1).max(30) }),
  again: showNewOrganisation,
  async act(_, visit, { form }) {
    const organisationNumber = readOrganisationNumber(form.organisationNumber, visit.site.jurisdiction)
    if (!organisationNumber) throw new Refusal('organisationNumberWrong', 422, { field: 'organisationNumber' })
    const id = await makeOrganisation(visit, { name: form.name, organisationNumber })
    return { to: `${HERE}/${id}`, notice: 'noticeOrganisationMade', created: true }
  },
})

const params = z.object({ organisation: z.uuid() })

const showOrganisation = question({
  ...EMPLOYEE,
  path: `${HERE}/:organisation`,
  looks: 'organisationContacts',
  params,
  answer: organisation.extend({
    memberships: z.array(term),
    contacts: z.array(
      z.object({ person: z.string(), firstName: z.string(), lastName: z.string(), email: z.string(), isInvited: z.boolean() }),
    ),
  }),
  read: (db, visit, input) => getOrganisation(db, visit, input.params.organisation),
  page: OrganisationPage,
})

const makeNewMembership = change({
  ...EMPLOYEE,
  path: `${HERE}/:organisation/memberships`,
  params,
  form: z
    .strictObject({ seats: seatsSchema, begins: z.iso.date('#fieldNotADate'), ends: z.iso.date('#fieldNotADate'), domains: domainsSchema })
    .refine(({ begins, ends }) => begins <= ends, { error: '#endsBeforeBegins', path: ['ends'] })
    .refine((term) => !isTooLong(term), { error: '#termTooLong', path: ['ends'] }),
  again: showOrganisation,
  async act(_, visit, { params: { organisation: id }, form }) {
    const membership = await makeMembership(visit, { organisation: id, zone: visit.site.zone, ...form })
    return { to: `${HERE}/${id}/memberships/${membership.id}`, notice: 'noticeMembershipMade', created: true }
  },
})

const makeNewContact = change({
  ...EMPLOYEE,
  path: `${HERE}/:organisation/contacts`,
  params,
  form: z.strictObject({ firstName: personName, lastName: personName, email: emailAddress, personLanguage: z.enum(languages) }),
  again: showOrganisation,
  async act(_, visit, { params: { organisation: id }, form: { personLanguage: language, ...person } }) {
    await inviteContact(visit, { organisation: id, language, ...person })
    return { to: `${HERE}/${id}#contacts`, notice: 'noticeContactInvited', created: true }
  },
})

const makeContactRemoval = change({
  ...EMPLOYEE,
  path: `${HERE}/:organisation/contacts/:person/removal`,
  looks: 'organisationContacts',
  params: params.extend({ person: z.uuid() }),
  form: z.strictObject({}),
  async act(db, visit, { params: { organisation: id, person } }) {
    await removeContact(db, { eyes: visit, organisation: id, person })
    return { to: `${HERE}/${id}#contacts`, notice: 'noticeContactRemoved' }
  },
})

export const administrationRoutes = [
  showOrganisations,
  showNewOrganisation,
  makeNewOrganisation,
  showOrganisation,
  makeNewMembership,
  makeNewContact,
  makeContactRemoval,
]
