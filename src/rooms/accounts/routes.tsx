import { z } from 'zod'
import { personName } from '../../platform/person-name.ts'
import { languages } from '../../platform/words.ts'
import { secondsKept } from '../../web/cookies.ts'
import { type Cookie, change, question } from '../../web/route.ts'
import { AccountPage } from './pages.tsx'
import { chooseLanguage, profileOf, refusedLetterOf, rename } from './profile.ts'

const language = z.enum(languages)

const showAccount = question({
  path: '/account',
  purpose: 'account',
  audience: 'signed in',
  answer: z.object({ firstName: z.string(), lastName: z.string(), email: z.string(), language, hasFactor: z.boolean(), refusedLetter: z.date().nullable() }),
  async read(db, visit) {
    const [profile, refusedLetter] = await Promise.all([profileOf(db, visit), refusedLetterOf(db, visit)])
    return { ...profile, refusedLetter, hasFactor: visit.person?.hasFactor ?? false }
  },
  page: AccountPage,
})

const makeName = change({
  path: '/account/name',
  purpose: 'account',
  audience: 'signed in',
  form: z.strictObject({ firstName: personName, lastName: personName }),
  again: showAccount,
  async act(db, visit, { form }) {
    await rename(db, visit, form)
    return { to: '/account', notice: 'noticeName' }
  },
})

const makeLanguage = change({
  path: '/account/language',
  purpose: 'account',
  audience: 'signed in',
  form: z.strictObject({ language }),
  again: showAccount,
  async act(db, visit, { form }) {
    await chooseLanguage(db, visit, form.language)
    const cookie: Cookie = { name: 'language', value: form.language, maxAge: secondsKept('language') }
    return { to: '/account', notice: 'noticeLanguage', cookies: [cookie] }
  },
})

export const routes = [showAccount, makeName, makeLanguage]
