import { z } from 'zod'
import { qrCodeSvg } from '../../platform/sign-in/qr-code.ts'
import { Refusal } from '../../platform/refusal.ts'
import { say } from '../../platform/words.ts'
import { change, document, question } from '../../web/route.ts'
import type { SignedIn, Visit } from '../../web/visit.ts'
import { confirmApp, prepareApp, preparedApp } from './app.ts'
import { AccountPage } from './account-pages.tsx'
import { askForNewEmail, changePassword, emailOf } from './credentials-service.ts'
import { factorAdded, factorsOf, removeFactor } from './factors.ts'
import { SetUpPage } from './pages.tsx'
import { hideCodes, shownCodesOf } from './recovery.ts'
import { ownPath } from './rules.ts'
import { endOtherSessions, endSession, sessionsOf } from './sessions.ts'
import { words } from './words.ts'

const session = z.object({ id: z.string(), device: z.string(), started: z.date(), used: z.date(), current: z.boolean() })

const showAccount = question({
  path: '/account',
  purpose: 'account',
  audience: 'signed in',
  answer: z.object({ email: z.string(), firstName: z.string(), lastName: z.string(), hasFactor: z.boolean(), sessions: z.array(session) }),
  async read(db, visit) {
    const { firstName, lastName, hasFactor } = signedIn(visit)
    return { email: await emailOf(visit), firstName, lastName, hasFactor, sessions: await sessionsOf(db, visit) }
  },
  page: AccountPage,
})

const makePassword = change({
  path: '/account/password',
  purpose: 'account',
  audience: 'signed in',
  form: z.strictObject({ oldPassword: z.string().min(1).max(1_000), newPassword: z.string().min(1).max(1_000) }),
  again: showAccount,
  act: async (_, visit, { form }) => ({ to: '/account', notice: 'noticePassword', cookies: [await changePassword(visit, form)] }),
})

const makeEmail = change({
  path: '/account/email',
  purpose: 'account',
  audience: 'signed in',
  form: z.strictObject({ email: z.email().max(254), password: z.string().min(1).max(1_000) }),
  again: showAccount,
  async act(_, visit, { form }) {
    await askForNewEmail(visit, form)
    return { to: '/account', notice: 'noticeEmailAsked' }
  },
})

const endSessions = change({
  path: '/account/sessions/end',
  purpose: 'account',
  audience: 'signed in',
  form: z.strictObject({ session: z.uuid().optional() }),
  async act(db, visit, { form }) {
    if (form.session) await endSession(db, visit, form.session)
    else await endOtherSessions(db, visit, signedIn(visit).id)
    return { to: '/account', notice: 'noticeEnded' }
  },
})

const showSetUp = question({
  path: '/account/second-factor',
  purpose: 'account',
  audience: 'signed in',
  query: z.object({ next: z.string().max(500).optional() }),
  answer: z.object({
    hasApp: z.boolean(),
    codesLeft: z.number(),
    prepared: z.object({ secret: z.string(), qr: z.string() }).nullable(),
    codes: z.array(z.string()),
    next: z.string(),
  }),
  async read(db, visit, { query }) {
    const { id, strong } = signedIn(visit)
    const { app, codesLeft } = await factorsOf(db, id)
    const prepared = app ? null : await preparedApp(db, visit, id)
    const label = say(words, visit.language).qr
    return {
      hasApp: app !== null,
      codesLeft,
      prepared: prepared && { secret: prepared.secret, qr: qrCodeSvg({ text: prepared.uri, label }) },
      codes: strong ? await shownCodesOf(db, visit, id) : [],
      next: ownPath(query.next ?? '/account'),
    }
  },
  page: SetUpPage,
})

const nextForm = z.strictObject({ next: z.string().max(500).optional() })
const back = (next: string | undefined) => `/account/second-factor?next=${encodeURIComponent(ownPath(next))}`

const prepareFactor = change({
  path: '/account/second-factor/app',
  purpose: 'account',
  audience: 'signed in',
  form: nextForm,
  async act(db, visit, { form }) {
    await prepareApp(db, visit, signedIn(visit).id)
    return { to: back(form.next) }
  },
})

const proveFactor = change({
  path: '/account/second-factor',
  purpose: 'account',
  audience: 'signed in',
  form: z.strictObject({ code: z.string().trim().min(1).max(20), next: z.string().max(500).optional() }),
  again: showSetUp,
  async act(db, visit, { form }) {
    const person = signedIn(visit)
    if (!(await confirmApp(db, visit, { person: person.id, code: form.code }))) throw new Refusal('factorRefused', 422, { field: 'code' })
    return { to: back(form.next), notice: 'noticeFactor', cookies: [await factorAdded(db, visit, person)] }
  },
})

const keepCodes = change({
  path: '/account/second-factor/codes',
  purpose: 'account',
  audience: 'signed in',
  form: nextForm,
  async act(db, visit, { form }) {
    await hideCodes(db, signedIn(visit).id)
    return { to: back(form.next) }
  },
})

const dropFactor = change({
  path: '/account/second-factor/removal',
  purpose: 'account',
  audience: 'signed in',
  form: z.strictObject({ factor: z.string().max(40) }),
  again: showSetUp,
  async act(db, visit, { form }) {
    const person = signedIn(visit)
    if (!person.strong) throw new Refusal('secondFactorFirst', 403)
    await removeFactor(db, visit, { person, factor: form.factor })
    return { to: '/account', notice: 'noticeFactorGone' }
  },
})

const changePasswordHere = document({
  path: '/.well-known/change-password',
  purpose: 'information',
  audience: 'anyone',
  serve: async () => ({ type: 'text/plain', body: '', status: 303, headers: { location: '/account' } }),
})

function signedIn({ person }: Visit): SignedIn {
  if (!person) throw new Refusal('signInFirst', 401)
  return person
}

export const accountRoutes = [showAccount, makePassword, makeEmail, endSessions, showSetUp, prepareFactor, proveFactor, keepCodes, dropFactor, changePasswordHere]
