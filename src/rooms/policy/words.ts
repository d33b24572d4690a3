import type { Words } from '../../platform/words.ts'

export const words = {
  title: { nb: 'Personvern', da: 'Privatliv', en: 'Privacy' },
  version: { nb: (date: string, hash: string) => `Gjelder fra ${date}. Versjon ${hash}.`, da: (date: string, hash: string) => `Gælder fra ${date}. Version ${hash}.`, en: (date: string, hash: string) => `In force from ${date}. Version ${hash}.` },
  versions: { nb: 'Alle versjoner', da: 'Alle versioner', en: 'All versions' },
  cookies: { nb: 'Informasjonskapsler', da: 'Cookies', en: 'Cookies' },
  cookiesLede: {
    nb: 'Vi bruker bare det som trengs for det du ber om. Ingen sporing, ingen andre enn oss.',
    da: 'Vi bruger kun det, der skal til for det, du beder om. Ingen sporing, ingen andre end os.',
    en: 'We use only what is needed for what you ask for. No tracking, nobody but us.',
  },
  name: { nb: 'Navn', da: 'Navn', en: 'Name' },
  why: { nb: 'Hvorfor', da: 'Hvorfor', en: 'Why' },
  lasts: { nb: 'Hvor lenge', da: 'Hvor længe', en: 'How long' },
  set: { nb: 'Når', da: 'Hvornår', en: 'When' },
  contact: { nb: 'Kontakt', da: 'Kontakt', en: 'Contact' },
  privacyContact: { nb: 'Personvern', da: 'Privatliv', en: 'Privacy' },
  complaint: { nb: 'Klage', da: 'Klage', en: 'Complaint' },
} as const satisfies Words
