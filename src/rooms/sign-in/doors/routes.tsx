import { z } from 'zod'
import { emailAddress } from '../../../platform/email-address.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { change, document, question } from '../../../web/route.ts'
import { FactorPage, SignInPage, StepUpPage } from './pages.tsx'
import { owesFactor, showSecondFactor, signIn, stepUp } from './doors.ts'
import { signInByPasskey, signInOptions } from '../factors/passkeys.ts'
import { nextInForm, nextInQuery, ownPath, placeAfter } from '../rules.ts'
import { NO_SESSION, signOut } from '../sessions.ts'

const door = z.object({
  next: z.string(),
  passkey: z.string().describe('What a browser needs to answer with a passkey, as JSON.'),
})

const showSignIn = question({
  path: '/sign-in',
  purpose: 'account',
  audience: 'anyone',
  query: nextInQuery,
  answer: door,
  read: async (db, visit, { query }) => ({ next: ownPath(query.next), passkey: await signInOptions(db, visit) }),
  page: SignInPage,
})

const makeSession = change({
  path: '/sign-in',
  purpose: 'account',
  audience: 'anyone',
  form: z.strictObject({ email: emailAddress, password: z.string().min(1).max(1_000), next: nextInForm }),
  answer: z.object({ step: z.enum(['in', 'setUp', 'factor']) }),
  again: showSignIn,
  async act(_, visit, { form }) {
    const { cookie, step } = await signIn(visit, form)
    return { to: placeAfter(step, ownPath(form.next)), cookies: [cookie], data: { step } }
  },
})

const makePasskeySession = change({
  path: '/sign-in/passkey',
  purpose: 'account',
  audience: 'anyone',
  form: z.strictObject({ answer: z.string().max(20_000), next: nextInForm }),
  again: showSignIn,
  act: async (_, visit, { form }) => ({ to: ownPath(form.next), cookies: [await signInByPasskey(visit, form.answer)] }),
})

const showFactor = question({
  path: '/sign-in/second-factor',
  purpose: 'account',
  audience: 'anyone',
  query: nextInQuery,
  answer: door,
  async read(db, visit, { query }) {
    if (!(await owesFactor(visit))) throw new Refusal('signInFirst', 401)
    return { next: ownPath(query.next), passkey: await signInOptions(db, visit) }
  },
  page: FactorPage,
})

const code = z.strictObject({ code: z.string().trim().min(1).max(40), next: nextInForm })

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
  query: nextInQuery,
  answer: door,
  read: async (db, visit, { query }) => ({ next: ownPath(query.next), passkey: await signInOptions(db, visit) }),
  page: StepUpPage,
})

const makeStepUp = change({
  path: '/sign-in/step-up',
  purpose: 'account',
  audience: 'signed in',
  form: code,
  again: showStepUp,
  act: async (_, visit, { form }) => ({ to: ownPath(form.next), cookies: [await stepUp(visit, form.code)] }),
})

const endOwnSession = change({
  path: '/sign-out',
  purpose: 'account',
  audience: 'anyone',
  form: z.object({}),
  async act(_, visit) {
    await signOut(visit)
    return { to: '/', notice: 'noticeSignedOut', cookies: [NO_SESSION] }
  },
})

/** Where password managers look. Source: https://w3c.github.io/webappsec-change-password-url/ */
const toPassword = document({
  path: '/.well-known/change-password',
  purpose: 'information',
  audience: 'anyone',
  serve: async () => ({ type: 'text/plain', body: '', status: 303, headers: { location: '/account/password' } }),
})

export const doorRoutes = [showSignIn, makeSession, makePasskeySession, showFactor, giveFactor, showStepUp, makeStepUp, endOwnSession, toPassword]
