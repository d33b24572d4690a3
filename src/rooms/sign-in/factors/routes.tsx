import { z } from 'zod'
import { Refusal } from '../../../platform/refusal.ts'
import { qrCodeSvg } from '../../../platform/sign-in/qr-code.ts'
import { say } from '../../../platform/words.ts'
import { change, document, question } from '../../../web/route.ts'
import type { SignedIn, Visit } from '../../../web/visit.ts'
import { deviceOf } from '../../security/service.ts'
import { accountWords } from '../account/words.ts'
import { signedIn } from '../account/routes.tsx'
import { confirmApp, prepareApp, preparedApp } from './app.ts'
import { AppPage, CodesPage, FactorsPage } from './pages.tsx'
import { factorAdded, factorsOf, removeFactor } from './factors.ts'
import { addPasskey, registrationOptions } from './passkeys.ts'
import { hideCodes, renewCodes, shownCodesOf } from './recovery.ts'
import { nextInForm, nextInQuery, ownPath } from '../rules.ts'

const FACTORS = '/account/second-factor'
// Without a second factor an employee may come here, and nowhere else where others' data are.
const OWN = { purpose: 'account', audience: 'signed in' } as const

const shownPasskey = z.object({ id: z.string(), label: z.string(), created: z.date(), used: z.date().nullable() })

const showFactors = question({
  ...OWN,
  path: FACTORS,
  query: nextInQuery,
  answer: z.object({
    app: z.date().nullable(),
    passkeys: z.array(shownPasskey),
    codesLeft: z.number(),
    registration: z.string().describe('What a browser needs to make a passkey, as JSON.'),
    device: z.string(),
    next: z.string().nullable(),
  }),
  async read(db, visit, { query }) {
    const person = mustBeSure(visit)
    const factors = await factorsOf(db, person.id)
    const registration = await registrationOptions(db, visit, person)
    return { ...factors, registration, device: deviceOf(visit.userAgent), next: query.next ? ownPath(query.next) : null }
  },
  page: FactorsPage,
})

const makeSecret = change({
  ...OWN,
  path: `${FACTORS}/secret`,
  form: z.strictObject({ next: nextInForm }),
  async act(db, visit, { form }) {
    await prepareApp(db, visit, mustBeSure(visit).id)
    return { to: onwards(`${FACTORS}/app`, form.next) }
  },
})

const showApp = question({
  ...OWN,
  path: `${FACTORS}/app`,
  query: nextInQuery,
  answer: z.object({
    prepared: z.object({ secret: z.string(), uri: z.string(), qr: z.string() }).nullable(),
    next: z.string(),
  }),
  async read(db, visit, { query }) {
    const prepared = await preparedApp(db, visit, mustBeSure(visit).id)
    const label = say(accountWords, visit.language).qr
    return { prepared: prepared && { ...prepared, qr: qrCodeSvg({ text: prepared.uri, label }) }, next: ownPath(query.next ?? FACTORS) }
  },
  page: AppPage,
})

const makeApp = change({
  ...OWN,
  path: `${FACTORS}/app`,
  form: z.strictObject({ code: z.string().trim().min(1).max(20), next: nextInForm }),
  again: showApp,
  async act(db, visit, { form }) {
    const person = mustBeSure(visit)
    const isRight = await confirmApp(db, visit, { person: person.id, code: form.code })
    if (!isRight) throw new Refusal('factorRefused', 422, { field: 'code' })
    return { to: onwards(`${FACTORS}/codes`, form.next), cookies: [await factorAdded(db, visit, person)] }
  },
})

const makePasskey = change({
  ...OWN,
  path: `${FACTORS}/passkeys`,
  form: z.strictObject({ answer: z.string().max(20_000), label: z.string().trim().min(1).max(60), next: nextInForm }),
  again: showFactors,
  async act(db, visit, { form }) {
    const person = mustBeSure(visit)
    const cookie = await addPasskey(db, visit, { person, field: form.answer, label: form.label })
    return { to: onwards(`${FACTORS}/codes`, form.next), cookies: [cookie] }
  },
})

const makeRemoval = change({
  ...OWN,
  path: `${FACTORS}/removal`,
  form: z.strictObject({ factor: z.union([z.literal('app'), z.uuid()]) }),
  again: showFactors,
  async act(db, visit, { form }) {
    await removeFactor(db, visit, { person: mustBeSure(visit), factor: form.factor })
    return { to: FACTORS, notice: 'noticeFactorRemoved' }
  },
})

const showCodes = question({
  ...OWN,
  path: `${FACTORS}/codes`,
  query: nextInQuery,
  answer: z.object({ codes: z.array(z.string()), next: z.string() }),
  async read(db, visit, { query }) {
    return { codes: await shownCodesOf(db, visit, mustBeSure(visit).id), next: ownPath(query.next ?? FACTORS) }
  },
  page: CodesPage,
})

const makeCodes = change({
  ...OWN,
  path: `${FACTORS}/codes`,
  form: z.object({}),
  async act(db, visit) {
    await renewCodes(db, visit, mustBeSure(visit).id)
    return { to: `${FACTORS}/codes` }
  },
})

const codesFile = document({
  ...OWN,
  path: `${FACTORS}/codes.txt`,
  async serve(db, visit) {
    const codes = await shownCodesOf(db, visit, mustBeSure(visit).id)
    const head = say(accountWords, visit.language).codesFile(visit.site.name)
    return { type: 'text/plain; charset=utf-8', body: `${head}\n\n${codes.join('\n')}\n`, download: `${visit.site.slug}.txt` }
  },
})

const keepCodes = change({
  ...OWN,
  path: `${FACTORS}/codes/receipt`,
  form: z.strictObject({ next: nextInForm }),
  async act(db, visit, { form }) {
    await hideCodes(db, mustBeSure(visit).id)
    return { to: ownPath(form.next ?? FACTORS) }
  },
})

/**
 * The person, if this session may change what their second step is: one that began with a password
 * alone may add the first factor, and no more.
 * @throws Refusal `secondFactorFirst` (403)
 */
function mustBeSure(visit: Visit): SignedIn {
  const person = signedIn(visit)
  if (person.hasFactor && !person.strong) throw new Refusal('secondFactorFirst', 403)
  return person
}

function onwards(to: string, next: string | undefined): string {
  return next === undefined ? to : `${to}?next=${encodeURIComponent(ownPath(next))}`
}

export const factorRoutes = [showFactors, makeSecret, showApp, makeApp, makePasskey, makeRemoval, showCodes, makeCodes, codesFile, keepCodes]
