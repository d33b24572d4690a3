import { z } from 'zod'
import { durations } from '../../privacy/durations.ts'
import { sayDuration } from '../../privacy/duration-words.ts'
import { jurisdictions } from '../../privacy/jurisdictions.ts'
import { ERASING, runsOf } from '../../privacy/runs.ts'
import type { Db } from '../../tables.ts'
import { declaredCookies } from '../../web/cookies.ts'
import { question } from '../../web/route.ts'
import type { Visit } from '../../web/visit.ts'
import { ChangesPage, changesAnswer } from './changes-page.tsx'
import { CookiesPage, cookiesAnswer, ContactPage, contactAnswer } from './information-pages.tsx'
import { PolicyPage, policyAnswer, VersionsPage, versionsAnswer } from './pages.tsx'
import { PromisesPage, promisesAnswer } from './promises-page.tsx'
import { promisesMade } from './promises-service.ts'
import { proofs } from './proofs.ts'
import { changesBetween } from './diff.ts'
import { materialChanges } from './rules.ts'
import { findVersionBefore, getPolicy, getVersion, type PolicyVersion, versionsOf } from './service.ts'
import { policyMarkdown, policyWords } from './text.ts'
import { wellKnown } from './well-known.ts'

const PUBLIC = { purpose: 'information', audience: 'anyone' } as const
const version = z.object({ hash: z.string().regex(/^[0-9a-f]{64}$/) })

const showPolicy = question({
  ...PUBLIC,
  path: '/privacy',
  answer: policyAnswer,
  read: async (db, visit) => readPolicy(db, visit, await getPolicy(db, visit.now)),
  page: PolicyPage,
})

const listVersions = question({
  ...PUBLIC,
  path: '/privacy/versions',
  answer: versionsAnswer,
  read: async (db, visit) => ({ versions: await withStates(db, visit) }),
  page: VersionsPage,
})

const showVersion = question({
  ...PUBLIC,
  path: '/privacy/versions/:hash',
  params: version,
  answer: policyAnswer,
  read: async (db, visit, { params }) => readPolicy(db, visit, await getVersion(db, params.hash)),
  page: PolicyPage,
})

const showChanges = question({
  ...PUBLIC,
  path: '/privacy/versions/:hash/changes',
  params: version,
  answer: changesAnswer,
  async read(db, { language }, { params }) {
    const after = await getVersion(db, params.hash)
    const before = await findVersionBefore(db, after)
    if (!before) return { version: after.hash, before: null, material: [], paragraphs: [] }
    return {
      version: after.hash,
      before: before.hash,
      material: materialChanges(before.facts, after.facts),
      paragraphs: changesBetween(policyWords(before, language), policyWords(after, language)),
    }
  },
  page: ChangesPage,
})

const showPromises = question({
  ...PUBLIC,
  path: '/privacy/promises',
  answer: promisesAnswer,
  async read(db, visit) {
    const policy = await getPolicy(db, visit.now)
    const erasing = (await runsOf(db)).find(({ job }) => job === ERASING)
    const erasures = erasing ? { looked: erasing.ran, overdue: erasing.overdue } : null
    return { version: policy.hash, proved: proofs.proved, erasures, promises: promisesMade(policy, visit) }
  },
  page: PromisesPage,
})

const showCookies = question({
  ...PUBLIC,
  path: '/cookies',
  answer: cookiesAnswer,
  async read(_, { language, gpc }) {
    const cookies = declaredCookies().map(({ name, kind, lasts, set, why, readBy }) => ({
      name,
      kind,
      lasts: lasts[language],
      set: set[language],
      why: why[language],
      readBy: readBy[language],
    }))
    return { cookies, tracking: false as const, globalPrivacyControl: gpc, securityLog: sayDuration(durations.securityLog)[language] }
  },
  page: CookiesPage,
})

const showContact = question({
  ...PUBLIC,
  path: '/contact',
  answer: contactAnswer,
  async read(_, { site }) {
    const { legalName, organisationNumber, address, contactEmail, privacyEmail, phone, jurisdiction } = site
    const { authority } = jurisdictions[jurisdiction]
    return { legalName, organisationNumber, address, contactEmail, privacyEmail, phone, authority }
  },
  page: ContactPage,
})

export const routes = [showPolicy, listVersions, showVersion, showChanges, showPromises, showCookies, showContact, ...wellKnown]

async function readPolicy(db: Db<'information'>, visit: Visit, policy: PolicyVersion): Promise<z.input<typeof policyAnswer>> {
  const all = await versionsOf(db)
  const current = all.find(({ effective }) => effective <= visit.now)
  const next = all.findLast(({ effective }) => effective > visit.now)
  return {
    version: policy.hash,
    effective: policy.effective,
    language: visit.language,
    text: policyMarkdown(policy, visit.language),
    inForce: current?.hash === policy.hash,
    next: next && next.hash !== policy.hash ? { version: next.hash, effective: next.effective } : null,
  }
}

async function withStates(db: Db<'information'>, { now }: Visit) {
  const all = await versionsOf(db)
  const current = all.find(({ effective }) => effective <= now)?.hash
  return all.map(({ hash, effective, published }, i) => ({
    version: hash,
    effective,
    published,
    state: stateOf({ isCurrent: hash === current, isToCome: effective > now }),
    isFirst: i === all.length - 1,
  }))
}

function stateOf({ isCurrent, isToCome }: { isCurrent: boolean; isToCome: boolean }) {
  if (isCurrent) return 'inForce' as const
  return isToCome ? ('toCome' as const) : ('past' as const)
}
