import type { Words } from '../../../platform/words.ts'

/** What people read when the policy they know has a newer version. */
export const acceptingWords = {
  newPolicyTitle: { nb: 'Det nye i personvernerklæringen', da: 'Det nye i privatlivspolitikken', en: 'What is new in the privacy policy' },
  newPolicyFrom: {
    nb: (day: string) => `Gjelder fra ${day}.`,
    da: (day: string) => `Gælder fra ${day}.`,
    en: (day: string) => `In force from ${day}.`,
  },
  sinceYours: {
    nb: 'Dette er nytt siden den utgaven du kjenner',
    da: 'Det her er nyt siden den udgave, du kender',
    en: 'New since the version you know',
  },
  wholePolicy: { nb: 'Les hele', da: 'Læs det hele', en: 'Read all of it' },
  wordsThatChanged: { nb: 'Se ordene som er endret', da: 'Se de ord, der er ændret', en: 'See the words that changed' },
  yourAnswer: { nb: 'Svaret ditt', da: 'Dit svar', en: 'Your answer' },
  acceptAnew: {
    nb: 'Ja, jeg har lest og godtar den nye personvernerklæringen',
    da: 'Ja, jeg har læst og accepterer den nye privatlivspolitik',
    en: 'Yes, I have read and accept the new privacy policy',
  },
  acceptAnewDetail: {
    nb: 'Det nye går lenger enn det du sa ja til. Derfor spør vi igjen.',
    da: 'Det nye går længere end det, du sagde ja til. Derfor spørger vi igen.',
    en: 'What is new goes further than what you said yes to. So we ask again.',
  },
  accept: { nb: 'Godta', da: 'Acceptér', en: 'Accept' },
  ratherNot: {
    nb: 'Vil du ikke, kan du skrive til oss eller slette kontoen. Du kan også vente med å svare.',
    da: 'Vil du ikke, kan du skrive til os eller slette kontoen. Du kan også vente med at svare.',
    en: 'If you would rather not, you can write to us or delete your account. You may also wait with your answer.',
  },
  toContact: { nb: 'Skriv til oss', da: 'Skriv til os', en: 'Write to us' },
  toDeletion: { nb: 'Slett kontoen', da: 'Slet kontoen', en: 'Delete the account' },
  haveRead: { nb: 'Jeg har lest det', da: 'Jeg har læst det', en: 'I have read it' },
  nothingNew: { nb: 'Du kjenner den nyeste utgaven', da: 'Du kender den nyeste udgave', en: 'You know the newest version' },
  nothingNewText: {
    nb: 'Kommer det en som betyr noe for deg, sier vi fra her og på e-post.',
    da: 'Kommer der en, der betyder noget for dig, siger vi det her og på e-mail.',
    en: 'When there is one that matters to you, we say so here and by e-mail.',
  },
  mustAcceptAnew: {
    nb: 'Kryss av hvis du godtar. Ellers kan du vente.',
    da: 'Sæt kryds, hvis du accepterer. Ellers kan du vente.',
    en: 'Tick the box if you accept. Otherwise you may wait.',
  },
  policyNewer: {
    nb: 'Det er kommet en nyere utgave i mellomtiden. Her er den.',
    da: 'Der er kommet en nyere udgave i mellemtiden. Her er den.',
    en: 'A newer version has come in the meantime. Here it is.',
  },
  noticePolicyKnown: { nb: 'Takk, det er notert', da: 'Tak, det er noteret', en: 'Thank you, that is noted' },

  hello: { nb: (name: string) => `Hei, ${name}`, da: (name: string) => `Hej ${name}`, en: (name: string) => `Hello ${name}` },
  policyLetterSubject: {
    nb: (institution: string) => `Personvernerklæringen til ${institution} er endret`,
    da: (institution: string) => `Privatlivspolitikken hos ${institution} er ændret`,
    en: (institution: string) => `The privacy policy of ${institution} has changed`,
  },
  policyLetterFrom: {
    nb: (day: string) => `Fra ${day} gjelder en ny utgave av personvernerklæringen vår. Dette betyr noe for deg:`,
    da: (day: string) => `Fra ${day} gælder en ny udgave af vores privatlivspolitik. Det her betyder noget for dig:`,
    en: (day: string) => `From ${day} there is a new version of our privacy policy. This is what matters to you:`,
  },
  andMore: {
    nb: (count: number) => `og ${count} til, som står på siden`,
    da: (count: number) => `og ${count} mere, som står på siden`,
    en: (count: number) => `and ${count} more, which are on the page`,
  },
  policyLetterTells: {
    nb: 'Du behøver ikke gjøre noe.',
    da: 'Du behøver ikke gøre noget.',
    en: 'You need not do anything.',
  },
  policyLetterAsks: {
    nb: 'Vi ber deg lese det og si om du godtar det, neste gang du er inne.',
    da: 'Vi beder dig læse det og sige, om du accepterer det, næste gang du er inde.',
    en: 'We ask you to read it and say whether you accept it, the next time you sign in.',
  },
  policyLetterObject: {
    nb: (email: string) => `Er du uenig, skriv til ${email}, eller slett kontoen din når du vil. Dette brevet er en del av det vi skylder deg, og sendes én gang.`,
    da: (email: string) => `Er du uenig, så skriv til ${email}, eller slet din konto, når du vil. Dette brev er en del af det, vi skylder dig, og sendes én gang.`,
    en: (email: string) => `If you disagree, write to ${email}, or delete your account whenever you like. This letter is part of what we owe you, and is sent once.`,
  },
  policyLetterButton: { nb: 'Se hva som er nytt', da: 'Se, hvad der er nyt', en: 'See what is new' },
} as const satisfies Words
