import type { IconName } from '../../web/kit/icon.tsx'
import type { Saying } from '../../privacy/words.ts'

/** A subject as people would name it, and the rooms or single tables whose rows belong to it. */
export type Group = { readonly name: string; readonly icon: IconName; readonly title: Saying; readonly of: readonly string[] }

/** What we keep, sorted as people think of it; a table goes before its room. Every table about people has a place. */
export const groups = [
  {
    name: 'you',
    icon: 'person',
    title: { nb: 'Navn og kontaktopplysninger', da: 'Navn og kontaktoplysninger', en: 'Name and how we reach you' },
    of: ['accounts.persons', 'accounts.unreached'],
  },
  {
    name: 'membership',
    icon: 'buildings',
    title: { nb: 'Medlemskap, roller og avtaler', da: 'Medlemskab, roller og aftaler', en: 'Membership, roles and agreements' },
    of: ['accounts', 'organisations', 'registration', 'people'],
  },
  {
    name: 'courses',
    icon: 'bar-chart',
    title: { nb: 'Kurs og fremdrift', da: 'Kurser og fremskridt', en: 'Courses and progress' },
    of: ['courses'],
  },
  {
    name: 'exams',
    icon: 'file-text',
    title: { nb: 'Prøver, svar og resultater', da: 'Prøver, svar og resultater', en: 'Exams, answers and results' },
    of: ['exams'],
  },
  {
    name: 'certificates',
    icon: 'seal',
    title: { nb: 'Kursbevis', da: 'Kursusbeviser', en: 'Certificates' },
    of: ['certificates'],
  },
  {
    name: 'access',
    icon: 'key',
    title: { nb: 'Innlogging og sikkerhet', da: 'Login og sikkerhed', en: 'Signing in and security' },
    of: ['sign_in', 'security'],
  },
  {
    name: 'guard',
    icon: 'shield',
    title: { nb: 'Vernet om dataene dine', da: 'Værnet om dine data', en: 'What guards your data' },
    of: ['privacy'],
  },
  {
    name: 'work',
    icon: 'briefcase',
    title: { nb: 'Arbeid du har gjort her', da: 'Arbejde, du har gjort her', en: 'Work you have done here' },
    of: ['security.holds', 'courses.lesson_versions', 'courses.editing', 'courses.fact_versions', 'courses.facts_editing', 'courses.teachers', 'exams.versions', 'exams.drafts', 'exams.regrades', 'certificates.revocations', 'questions'],
  },
] as const satisfies readonly Group[]

export type GroupName = (typeof groups)[number]['name']

/** Where a table belongs: to whom names it, else to whom names its room, else to `guard`, which a test forbids. */
export function groupOf(table: string): GroupName {
  const [room = ''] = table.split('.')
  const named = (what: string) => groups.find(({ of }) => (of as readonly string[]).includes(what))
  return (named(table) ?? named(room))?.name ?? 'guard'
}
