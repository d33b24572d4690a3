import { z } from 'zod'
import { emailAddress } from '../../../platform/email-address.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { change, question } from '../../../web/route.ts'
import type { SignedIn, Visit } from '../../../web/visit.ts'
import { note } from '../../security/service.ts'
import { EmailPage, PasswordPage, SessionsPage } from './pages.tsx'
import { askForNewEmail, changePassword, emailOf } from '../credentials-service.ts'
import { endOtherSessions, endSession, sessionsOf } from '../sessions.ts'

const showPassword = question({
  path: '/account/password',
  purpose: 'account',
  audience: 'signed in',
  answer: z.object({ email: z.string() }),
  read: async (_, visit) => ({ email: await emailOf(visit) }),
  page: PasswordPage,
})

const password = z.string().min(1).max(1_000)

const makePassword = change({
  path: '/account/password',
  purpose: 'account',
  audience: 'signed in',
  form: z.strictObject({ oldPassword: password, newPassword: password }),
  again: showPassword,
  act: async (_, visit, { form }) => ({ to: '/account', notice: 'noticePassword', cookies: [await changePassword(visit, form)] }),
})

const showEmail = question({
  path: '/account/email',
  purpose: 'account',
  audience: 'signed in',
  answer: z.object({ email: z.string() }),
  read: async (_, visit) => ({ email: await emailOf(visit) }),
  page: EmailPage,
})

const makeEmail = change({
  path: '/account/email',
  purpose: 'account',
  audience: 'signed in',
  form: z.strictObject({ email: emailAddress, password }),
  again: showEmail,
  async act(_, visit, { form }) {
    await askForNewEmail(visit, form)
    return { to: '/account', notice: 'noticeEmailAsked' }
  },
})

const showSessions = question({
  path: '/account/sessions',
  purpose: 'account',
  audience: 'signed in',
  answer: z.object({
    sessions: z.array(z.object({ id: z.string(), device: z.string(), started: z.date(), used: z.date(), current: z.boolean() })),
  }),
  read: async (db, visit) => ({ sessions: await sessionsOf(db, visit) }),
  page: SessionsPage,
})

const endOne = change({
  path: '/account/sessions/:session/end',
  purpose: 'account',
  audience: 'signed in',
  params: z.object({ session: z.uuid() }),
  form: z.object({}),
  async act(db, visit, { params: { session } }) {
    await endSession(db, visit, session)
    return { to: '/account/sessions', notice: 'noticeEnded' }
  },
})

const endOthers = change({
  path: '/account/sessions/others/end',
  purpose: 'account',
  audience: 'signed in',
  form: z.object({}),
  async act(db, visit) {
    const { id } = signedIn(visit)
    await endOtherSessions(db, visit, id)
    await note(db, visit, { kind: 'sessionEnded', person: id })
    return { to: '/account/sessions', notice: 'noticeOthersEnded' }
  },
})

/** @throws Refusal `signInFirst` (401) */
export function signedIn({ person }: Visit): SignedIn {
  if (!person) throw new Refusal('signInFirst', 401)
  return person
}

export const accountRoutes = [showPassword, makePassword, showEmail, makeEmail, showSessions, endOne, endOthers]
