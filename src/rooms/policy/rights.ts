import type { Saying } from '../../privacy/words.ts'

/**
 * The rights everybody has, account or not: the union of what both policies name, and what the law
 * adds (restriction, withdrawal, complaint). Each says how it is used.
 */
export const rights: readonly { readonly name: Saying; readonly how: Saying }[] = [
  {
    name: { nb: 'Innsyn', da: 'Indsigt', en: 'Access' },
    how: {
      nb: 'se og last ned alt vi har om deg på [Mine data](/my-data), eller [skriv til oss](/contact).',
      da: 'se og hent alt, vi har om dig, på [Mine data](/my-data), eller [skriv til os](/contact).',
      en: 'see and download everything we have about you at [My data](/my-data), or [write to us](/contact).',
    },
  },
  {
    name: { nb: 'Retting', da: 'Berigtigelse', en: 'Correction' },
    how: {
      nb: 'rett navn og e-postadresse på [kontoen din](/account). Er noe annet feil, [skriv til oss](/contact).',
      da: 'ret navn og e-mailadresse på [din konto](/account). Er noget andet forkert, så [skriv til os](/contact).',
      en: 'correct your name and e-mail address at [your account](/account). If anything else is wrong, [write to us](/contact).',
    },
  },
  {
    name: { nb: 'Sletting', da: 'Sletning', en: 'Erasure' },
    how: {
      nb: 'slett kontoen på [Mine data](/my-data). Du ser først hva som skjer.',
      da: 'slet kontoen på [Mine data](/my-data). Du ser først, hvad der sker.',
      en: 'delete your account at [My data](/my-data). You see first what will happen.',
    },
  },
  {
    name: { nb: 'Flytting', da: 'Flytning', en: 'Portability' },
    how: {
      nb: 'last ned det du har gitt oss, i et format som maskiner kan lese, på [Mine data](/my-data).',
      da: 'hent det, du har givet os, i et format, som maskiner kan læse, på [Mine data](/my-data).',
      en: 'download what you have given us, in a format machines can read, at [My data](/my-data).',
    },
  },
  {
    name: { nb: 'Begrensning', da: 'Begrænsning', en: 'Restriction' },
    how: {
      nb: 'be oss la opplysningene ligge uten å bruke dem. [Skriv til oss](/contact).',
      da: 'bed os lade oplysningerne ligge uden at bruge dem. [Skriv til os](/contact).',
      en: 'ask us to leave your information lying without using it. [Write to us](/contact).',
    },
  },
  {
    name: { nb: 'Protest', da: 'Indsigelse', en: 'Objection' },
    how: {
      nb: 'si nei til det vi gjør av berettiget interesse. [Skriv til oss](/contact).',
      da: 'sig nej til det, vi gør af berettiget interesse. [Skriv til os](/contact).',
      en: 'say no to what we do out of legitimate interest. [Write to us](/contact).',
    },
  },
  {
    name: { nb: 'Å trekke et samtykke tilbake', da: 'At trække et samtykke tilbage', en: 'Withdrawal' },
    how: {
      nb: 'trekk tilbake det du har sagt ja til, like lett som du sa det, på [Mine data](/my-data) eller ved å [skrive til oss](/contact).',
      da: 'træk det tilbage, du har sagt ja til, lige så let som du sagde det, på [Mine data](/my-data) eller ved at [skrive til os](/contact).',
      en: 'withdraw what you have said yes to, as easily as you said it, at [My data](/my-data) or by [writing to us](/contact).',
    },
  },
  {
    name: { nb: 'Klage', da: 'Klage', en: 'Complaint' },
    how: {
      nb: 'klag til [tilsynet](/contact#authority) når du vil. Du trenger ikke spørre oss først.',
      da: 'klag til [tilsynet](/contact#authority), når du vil. Du behøver ikke spørge os først.',
      en: 'complain to the [supervisory authority](/contact#authority) whenever you like. You need not ask us first.',
    },
  },
]
