import { z } from 'zod'
import { emailAddress } from '../../../platform/email-address.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { within } from '../../../privacy/within.ts'
import { change, question } from '../../../web/route.ts'
import { ForgottenPage, LinkPage, LinkSentPage } from './pages.tsx'
import { askForLink, changeEmailBy, choosePasswordBy, findLink } from './links.ts'
import { placeAfter } from '../rules.ts'

const showForgotten = question({
  path: '/sign-in/forgotten',
  purpose: 'account',
  audience: 'anyone',
  answer: z.object({}),
  read: async () => ({}),
  page: ForgottenPage,
})

const makeLink = change({
  path: '/sign-in/forgotten',
  purpose: 'account',
  audience: 'anyone',
  form: z.strictObject({ email: emailAddress }),
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

// Mail programs break long links: a piece of one is told that it is gone, and offered a new one.
const params = z.object({ token: z.string().max(200) })

const showLink = question({
  path: '/sign-in/links/:token',
  purpose: 'account',
  audience: 'anyone',
  params,
  answer: z.object({ kind: z.enum(['confirm', 'password', 'email', 'gone']) }),
  async read(db, _, { params: { token } }) {
    const link = await findLink(db, token)
    return { kind: link ? link.kind : ('gone' as const) }
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
    return { to: placeAfter(step, '/'), cookies: [cookie] }
  },
})

export const linkRoutes = [showForgotten, makeLink, showLinkSent, showLink, followLink]
