import type { Words } from '../../platform/words.ts'

export const words = {
  title: { nb: 'Tall for organisasjonen', da: 'Tal for organisationen', en: 'Numbers for your organisation' },
  lede: {
    nb: 'Bare tall. Hvem som er med, ser ingen hos dere, og vi sier det ikke.',
    da: 'Kun tal. Hvem der er med, ser ingen hos jer, og vi siger det ikke.',
    en: 'Numbers only. Who has joined, nobody at your organisation sees, and we do not say.',
  },
  activated: {
    nb: (count: number, of: number) => `${count} av ${of} deltakerkontoer er aktivert`,
    da: (count: number, of: number) => `${count} af ${of} deltagerkonti er aktiveret`,
    en: (count: number, of: number) => `${count} of ${of} accounts are activated`,
  },
  few: { nb: (of: number) => `Færre enn 5 av ${of} deltakerkontoer er aktivert`, da: (of: number) => `Færre end 5 af ${of} deltagerkonti er aktiveret`, en: (of: number) => `Fewer than 5 of ${of} accounts are activated` },
  seats: { nb: (count: number) => (count === 1 ? 'Medlemskapet har én plass' : `Medlemskapet har ${count} plasser`), da: (count: number) => (count === 1 ? 'Medlemskabet har én plads' : `Medlemskabet har ${count} pladser`), en: (count: number) => (count === 1 ? 'The membership has one seat' : `The membership has ${count} seats`) },
  counted: { nb: (day: string) => `Talt ${day}. Vi teller én gang i uken.`, da: (day: string) => `Talt ${day}. Vi tæller én gang om ugen.`, en: (day: string) => `Counted on ${day}. We count once a week.` },
  full: { nb: 'Alle plasser er i bruk. Trenger dere flere, skriv til oss.', da: 'Alle pladser er i brug. Har I brug for flere, så skriv til os.', en: 'All seats are in use. If you need more, write to us.' },
  none: { nb: 'Ingen medlemskap ennå', da: 'Ingen medlemskaber endnu', en: 'No memberships yet' },
  ended: { nb: (site: string) => `Kontoen din hos ${site} er deaktivert`, da: (site: string) => `Din konto hos ${site} er deaktiveret`, en: (site: string) => `Your account at ${site} has been deactivated` },
  endedText: {
    nb: (until: string) => `Medlemskapet som betaler for kontoen, er over. Fornyes det før ${until}, får du alt tilbake. Da slettes kontoen.`,
    da: (until: string) => `Det medlemskab, der betaler for kontoen, er slut. Fornyes det inden ${until}, får du alt tilbage. Derefter slettes kontoen.`,
    en: (until: string) => `The membership that pays for the account has ended. If it is renewed before ${until}, you get everything back. Then the account is erased.`,
  },
  woken: { nb: (site: string) => `Kontoen din hos ${site} er aktiv igjen`, da: (site: string) => `Din konto hos ${site} er aktiv igen`, en: (site: string) => `Your account at ${site} is active again` },
  wokenText: { nb: 'Alt er som før. Logg inn som du pleier.', da: 'Alt er som før. Log ind, som du plejer.', en: 'Everything is as before. Sign in as usual.' },
  blocked: { nb: (site: string) => `Kontoen din hos ${site} er sperret`, da: (site: string) => `Din konto hos ${site} er spærret`, en: (site: string) => `Your account at ${site} has been blocked` },
  blockedText: { nb: 'Svar på dette brevet hvis du mener det er feil.', da: 'Svar på dette brev, hvis du mener, det er en fejl.', en: 'Answer this letter if you think it is wrong.' },
  hello: { nb: (name: string) => `Hei, ${name}!`, da: (name: string) => `Hej ${name}!`, en: (name: string) => `Hello ${name},` },
} as const satisfies Words
