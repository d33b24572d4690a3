import type { Words } from '../../../platform/words.ts'

/** What holders and those who check a paper read of its end, and of one that we keep nothing of any more. */
export const verifyingWords = {
  validUntil: { nb: 'Gyldig til og med', da: 'Gyldigt til og med', en: 'Valid until' },
  revokedList: { nb: 'Bevis som er trukket tilbake', da: 'Beviser, der er trukket tilbage', en: 'Revoked certificates' },
  revokedListLede: {
    nb: 'For den som kontrollerer seglet på mange bevis uten å spørre oss. Hver linje er fingeravtrykket (SHA-256) av koden på ett bevis. Ingen navn, og ingen kode kan leses ut av det. Som data får du listen med «Accept: application/json».',
    da: 'For den, der kontrollerer seglet på mange beviser uden at spørge os. Hver linje er fingeraftrykket (SHA-256) af koden på ét bevis. Ingen navne, og ingen kode kan læses ud af det. Som data får du listen med »Accept: application/json«.',
    en: 'For whoever checks the seal of many certificates without asking us. Each line is the fingerprint (SHA-256) of the code of one certificate. No names, and no code can be read from it. As data you get the list by “Accept: application/json”.',
  },
  noneRevoked: { nb: 'Ingen bevis er trukket tilbake', da: 'Ingen beviser er trukket tilbage', en: 'No certificate is revoked' },
  fingerprints: { nb: 'Fingeravtrykk', da: 'Fingeraftryk', en: 'Fingerprints' },
  revokedSince: {
    nb: (day: string) => `Gjelder ikke siden ${day}`,
    da: (day: string) => `Gælder ikke siden ${day}`,
    en: (day: string) => `Not valid since ${day}`,
  },
  moreRevoked: { nb: 'Flere', da: 'Flere', en: 'More' },
  rule: { nb: 'Kurskrav, utgave', da: 'Kursuskrav, udgave', en: 'Course requirements, version' },
  expired: { nb: 'Utløpt', da: 'Udløbet', en: 'Expired' },
  expiredTitle: { nb: 'Beviset er ekte, men utløpt', da: 'Beviset er ægte, men udløbet', en: 'The certificate is genuine but has expired' },
  expiredText: {
    nb: (day: string) => `Det gjaldt til og med ${day}. Spør om det er fornyet: det nye har sin egen kode.`,
    da: (day: string) => `Det gjaldt til og med ${day}. Spørg, om det er fornyet: det nye har sin egen kode.`,
    en: (day: string) => `It was valid until ${day}. Ask whether it has been renewed: the new one has a code of its own.`,
  },
  sealedTitle: { nb: 'Beviset er ekte', da: 'Beviset er ægte', en: 'The certificate is genuine' },
  sealedText: {
    nb: 'Seglet i koden er vårt. Vi har ikke lenger noe om dette beviset, og kan derfor ikke si om det siden er erstattet eller trukket tilbake. Alt nedenfor skal stå likt på papiret.',
    da: 'Seglet i koden er vores. Vi har ikke længere noget om dette bevis og kan derfor ikke sige, om det siden er erstattet eller trukket tilbage. Alt nedenfor skal stå ens på papiret.',
    en: 'The seal in the code is ours. We keep nothing of this certificate any more, so we cannot say whether it has since been replaced or revoked. Everything below must say the same on the paper.',
  },
  holdsUntil: {
    nb: (day: string) => `Gyldig til og med ${day}`,
    da: (day: string) => `Gyldigt til og med ${day}`,
    en: (day: string) => `Valid until ${day}`,
  },
  renewNow: {
    nb: 'Forny det ved å bestå prøven igjen.',
    da: 'Forny det ved at bestå prøven igen.',
    en: 'Renew it by passing the exam again.',
  },
  renewFrom: {
    nb: (day: string) => `Kan fornyes fra ${day}.`,
    da: (day: string) => `Kan fornyes fra ${day}.`,
    en: (day: string) => `Can be renewed from ${day}.`,
  },
  reminderSubject: {
    nb: (institution: string) => `Et kursbevis fra ${institution} går snart ut`,
    da: (institution: string) => `Et kursusbevis fra ${institution} udløber snart`,
    en: (institution: string) => `A certificate from ${institution} runs out soon`,
  },
  reminderLetter: {
    nb: (course: string, day: string) => `Beviset for kurset «${course}» gjelder til og med ${day}. Består du prøven igjen før det, får du et nytt, og ingen dager går tapt.`,
    da: (course: string, day: string) => `Beviset for kurset »${course}« gælder til og med ${day}. Består du prøven igen inden da, får du et nyt, og ingen dage går tabt.`,
    en: (course: string, day: string) => `Your certificate for the course “${course}” is valid until ${day}. Pass the exam again before that and you get a new one, without losing a day.`,
  },
  lastSubject: {
    nb: (institution: string) => `Kursbevisene dine fra ${institution}, før kontoen slettes`,
    da: (institution: string) => `Dine kursusbeviser fra ${institution}, før kontoen slettes`,
    en: (institution: string) => `Your certificates from ${institution}, before the account is erased`,
  },
  lastLetter: {
    nb: 'Kontoen din slettes snart, og da kan vi ikke sende deg noe mer. Her er kursbevisene dine. Ta vare på denne e-posten.',
    da: 'Din konto slettes snart, og så kan vi ikke sende dig mere. Her er dine kursusbeviser. Gem denne e-mail.',
    en: 'Your account will soon be erased, and after that we cannot send you anything. Here are your certificates. Keep this e-mail.',
  },
  lastCheck: {
    nb: 'De kan fortsatt kontrolleres etterpå: QR-koden på hvert bevis har seglet vårt i seg.',
    da: 'De kan stadig kontrolleres bagefter: QR-koden på hvert bevis har vores segl i sig.',
    en: 'They can still be checked afterwards: the QR code on each carries our seal.',
  },
} as const satisfies Words
