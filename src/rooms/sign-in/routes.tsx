import { z } from 'zod'
import { Refusal } from '../../platform/refusal.ts'
import { within } from '../../privacy/within.ts'
import { change, question } from '../../web/route.ts'
import { owesFactor, showSecondFactor, signIn, stepUp } from './doors.ts'
import { askForLink, changeEmailBy, choosePasswordBy, findLink } from './links.ts'
import { FactorPage, ForgottenPage, LinkPage, LinkSentPage, SignInPage } from './pages.tsx'
import { ownPath } from './rules.ts'
import { NO_SESSION, signOut } from './sessions.ts'

const nextQuery = z.object({ next: z.string().max(500).optional() })
const next = z.string().max(500).optional()
const STEPS = { in: (to: string) => to, setUp: (to: string) => `/account/second-factor?next=${encodeURIComponent(to)}`, factor: (to: string) => `/sign-in/second-factor?next=${encodeURIComponent(to)}` }

const showSignIn = question({
  path: '/sign-in',
  purpose: 'account',
  audience: 'anyone',
  query: nextQuery,
  answer: z.object({ next: z.string() }),
  read: async (_, __, { query }) => ({ next: ownPath(query.next) }),
  page: SignInPage,
})

const makeSession = change({
  path: '/sign-in',
  purpose: 'account',
  audience: 'anyone',
  form: z.strictObject({ email: z.email().max(254), password: z.string().min(1).max(1_000), next }),
  answer: z.object({ step: z.enum(['in', 'setUp', 'factor']) }),
  again: showSignIn,
  async act(_, visit, { form }) {
    const { cookie, step } = await signIn(visit, form)
    return { to: STEPS[step](ownPath(form.next)), cookies: [cookie], data: { step } }
  },
})

const showFactor = question({
  path: '/sign-in/second-factor',
  purpose: 'account',
  audience: 'anyone',
  query: nextQuery,
  answer: z.object({ next: z.string() }),
  async read(_, visit, { query }) {
    if (!(await owesFactor(visit))) throw new Refusal('signInFirst', 401)
    return { next: ownPath(query.next) }
  },
  page: FactorPage,
})

const code = z.strictObject({ code: z.string().trim().min(1).max(40), next })

const giveFactor = change({
  path: '/sign-in/second-factor',
  purpose: 'account',
  audience: 'anyone',
  form: code,
  again: showFactor,
  act: async (_, visit, { form }) => ({ to: ownPath(form.next), cookies: [await showSecondFactor(visit, form.code)] }),
})

const showStepUp = question({
  path: '/sign-in/step-up',
  purpose: 'account',
  audience: 'signed in',
  query: nextQuery,
  answer: z.object({ next: z.string() }),
  read: async (_, __, { query }) => ({ next: ownPath(query.next) }),
  page: FactorPage,
})

const stepUpNow = change({
  path: '/sign-in/step-up',
  purpose: 'account',
  audience: 'signed in',
  form: code,
  again: showStepUp,
  act: async (_, visit, { form }) => ({ to: ownPath(form.next), cookies: [await stepUp(visit, form.code)] }),
})

const showForgotten = question({
  path: '/sign-in/forgotten',
  purpose: 'account',
  audience: 'anyone',
  answer: z.object({}),
  read: async () => ({}),
  page: ForgottenPage,
})

const askLink = change({
  path: '/sign-in/forgotten',
  purpose: 'account',
  audience: 'anyone',
  form: z.strictObject({ email: z.email().max(254) }),
  again: showForgotten,
  async act(_, visit, { form }) {
    await askForLink(visit, form.email)
    return { to: '/sign-in/forgotten/sent' }
  },
})

const showLinkSent = question({
  path: '/sign-in/forgotten/sent',
  purpose: 'account',
  audience: 'anyone',
  answer: z.object({}),
  read: async () => ({}),
  page: LinkSentPage,
})

const params = z.object({ token: z.string().regex(/^[\w-]{20,100}$/) })

const showLink = question({
  path: '/sign-in/links/:token',
  purpose: 'account',
  audience: 'anyone',
  params,
  answer: z.object({ kind: z.enum(['confirm', 'password', 'email']) }),
  async read(db, _, { params: { token } }) {
    const link = await findLink(db, token)
    if (!link) throw new Refusal('linkGone', 410)
    return { kind: link.kind }
  },
  page: LinkPage,
})

const followLink = change({
  path: '/sign-in/links/:token',
  purpose: 'account',
  audience: 'anyone',
  params,
  form: z.strictObject({ newPassword: z.string().max(1_000).optional() }),
  again: showLink,
  async act(_, visit, { params: { token }, form }) {
    const link = await within('account', visit, (db) => findLink(db, token))
    if (!link) throw new Refusal('linkGone', 410)
    if (link.kind === 'email') {
      await changeEmailBy(visit, link)
      return { to: visit.person ? '/account' : '/sign-in', notice: 'noticeEmailChanged' }
    }
    const { cookie, step } = await choosePasswordBy(visit, { link, password: form.newPassword ?? '' })
    return { to: STEPS[step]('/'), cookies: [cookie] }
  },
})

const endOwnSession = change({
  path: '/sign-out',
  purpose: 'account',
  audience: 'anyone',
  form: z.object({}),
  async act(_, visit) {
    await signOut(visit)
    return { to: '/', cookies: [NO_SESSION] }
  },
})

export const routes = [
  showSignIn,
  makeSession,
  showFactor,
  giveFactor,
  showStepUp,
  stepUpNow,
  showForgotten,
  askLink,
  showLinkSent,
  showLink,
  followLink,
  endOwnSession,
]
