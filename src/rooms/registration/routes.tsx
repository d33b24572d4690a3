import { z } from 'zod'
import { Refusal } from '../../platform/refusal.ts'
import { change, question } from '../../web/route.ts'
import { noteTurnedAway } from '../organisations/turning-away-service.ts'
import { getPolicy } from '../policy/service.ts'
import { policyHtml } from '../policy/text.ts'
import { RegistrationPage, RegistrationSentPage } from './pages.tsx'
import { draftSchema } from './rules.ts'
import { register } from './service.ts'
import { sendHelp } from './mail.ts'

const showRegistration = question({
  path: '/register',
  purpose: 'information',
  audience: 'anyone',
  answer: z.object({ version: z.string(), effective: z.date(), policy: z.string() }),
  async read(db, visit) {
    const version = await getPolicy(db, visit.now)
    return { version: version.hash, effective: version.effective, policy: policyHtml(version, visit) }
  },
  page: RegistrationPage,
})

const makeRegistration = change({
  path: '/register',
  purpose: 'registration',
  audience: 'anyone',
  form: draftSchema,
  again: showRegistration,
  async act(_, visit, { form }) {
    try {
      await register(visit, form)
    } catch (refusal) {
      if (refusal instanceof Refusal && refusal.reason === 'codeRefused') {
        sendHelp(visit, form)
        noteTurnedAway(visit, { typed: form.membershipCode, email: form.email })
      }
      throw refusal
    }
    return { to: '/register/sent' }
  },
})

const showSent = question({
  path: '/register/sent',
  purpose: 'information',
  audience: 'anyone',
  answer: z.object({}),
  read: async () => ({}),
  page: RegistrationSentPage,
})

export const routes = [showRegistration, makeRegistration, showSent]
