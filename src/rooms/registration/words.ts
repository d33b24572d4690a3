import type { Words } from '../../platform/words.ts'

export const words = {
  title: { nb: 'Opprett konto', da: 'Opret konto', en: 'Create an account' },
  lede: {
    nb: 'Fire opplysninger, og du er i gang. Vi ber ikke om mer.',
    da: 'Fire oplysninger, og du er i gang. Vi beder ikke om mere.',
    en: 'Four facts and you are under way. We ask for no more.',
  },
  firstName: { nb: 'Fornavn', da: 'Fornavn', en: 'First name' },
  lastName: { nb: 'Etternavn', da: 'Efternavn', en: 'Last name' },
  whyName: {
    nb: 'Navnet står på kursbevisene dine. Organisasjonen din får aldri se det.',
    da: 'Navnet står på dine kursusbeviser. Din organisation får det aldrig at se.',
    en: 'The name stands on your certificates. Your organisation never sees it.',
  },
  email: { nb: 'E-postadresse', da: 'E-mailadresse', en: 'E-mail address' },
  whyEmail: {
    nb: 'Vi sender kursbevisene dine hit, og beskjeder om kontoen. Ingenting annet.',
    da: 'Vi sender dine kursusbeviser hertil og beskeder om kontoen. Intet andet.',
    en: 'We send your certificates here, and letters about the account. Nothing else.',
  },
  membershipCode: { nb: 'Student ID', da: 'Student ID', en: 'Student ID' },
  whereCode: {
    nb: 'Den har du fått av organisasjonen din, for eksempel 7K2M-9QXA-4TWB.',
    da: 'Den har du fået af din organisation, for eksempel 7K2M-9QXA-4TWB.',
    en: 'Your organisation gave it to you, such as 7K2M-9QXA-4TWB.',
  },
  whyCode: {
    nb: 'Den knytter kontoen til medlemskapet som betaler for den. Organisasjonen ser bare hvor mange som er med.',
    da: 'Den knytter kontoen til det medlemskab, der betaler for den. Organisationen ser kun, hvor mange der er med.',
    en: 'It ties the account to the membership that pays for it. The organisation sees only how many have joined.',
  },
  policy: { nb: 'Personvernerklæringen', da: 'Privatlivspolitikken', en: 'The privacy policy' },
  policyVersion: {
    nb: (date: string, hash: string) => `Gjelder fra ${date}. Versjon ${hash}.`,
    da: (date: string, hash: string) => `Gælder fra ${date}. Version ${hash}.`,
    en: (date: string, hash: string) => `In force from ${date}. Version ${hash}.`,
  },
  accept: {
    nb: 'Ja, jeg har lest og godtar personvernerklæringen',
    da: 'Ja, jeg har læst og accepterer privatlivspolitikken',
    en: 'Yes, I have read and accept the privacy policy',
  },
  acceptDetail: {
    nb: 'Uten ditt ja blir ingenting lagret. Du kan når som helst trekke det tilbake og slette kontoen fra siden «Mine data».',
    da: 'Uden dit ja bliver intet gemt. Du kan når som helst trække det tilbage og slette kontoen fra siden »Mine data«.',
    en: 'Without your yes nothing is kept. You can withdraw it and delete the account at any time on the page “My data”.',
  },
  aboutYou: { nb: 'Om deg', da: 'Om dig', en: 'About you' },
  policyInFull: { nb: 'Hele personvernerklæringen', da: 'Hele privatlivspolitikken', en: 'The privacy policy in full' },
  whatNext: { nb: 'Hva skjer så?', da: 'Hvad sker der så?', en: 'What happens next?' },
  nextLetter: { nb: 'Du får en e-post med en lenke som virker i ett døgn.', da: 'Du får en e-mail med et link, der virker i et døgn.', en: 'You get an e-mail with a link that works for one day.' },
  nextPassword: { nb: 'Lenken bekrefter adressen, og du velger passord.', da: 'Linket bekræfter adressen, og du vælger adgangskode.', en: 'The link confirms the address, and you choose a password.' },
  nextCourse: { nb: 'Så velger du ditt første kurs.', da: 'Så vælger du dit første kursus.', en: 'Then you choose your first course.' },
  nextSeen: { nb: 'Organisasjonen ser bare hvor mange som er med, aldri hvem.', da: 'Organisationen ser kun, hvor mange der er med, aldrig hvem.', en: 'Your organisation sees how many have joined, never who.' },
  submit: { nb: 'Opprett konto', da: 'Opret konto', en: 'Create the account' },
  haveAccount: { nb: 'Har du konto alt? Logg inn', da: 'Har du allerede en konto? Log ind', en: 'Already have an account? Sign in' },

  firstNameMissing: { nb: 'Skriv fornavnet ditt', da: 'Skriv dit fornavn', en: 'Write your first name' },
  lastNameMissing: { nb: 'Skriv etternavnet ditt', da: 'Skriv dit efternavn', en: 'Write your last name' },
  emailMissing: { nb: 'Skriv e-postadressen din', da: 'Skriv din e-mailadresse', en: 'Write your e-mail address' },
  codeMissing: { nb: 'Skriv Student ID-en du har fått', da: 'Skriv det Student ID, du har fået', en: 'Write the Student ID you were given' },
  codeRefused: {
    nb: 'Vi kan ikke bruke denne Student ID-en',
    da: 'Vi kan ikke bruge dette Student ID',
    en: 'We cannot use this Student ID',
  },
  codeHelpTitle: { nb: 'Hva kan være galt?', da: 'Hvad kan være galt?', en: 'What may be wrong?' },
  codeHelpTyping: {
    nb: 'Se etter skrivefeil. Store og små bokstaver, mellomrom og bindestreker spiller ingen rolle.',
    da: 'Se efter tastefejl. Store og små bogstaver, mellemrum og bindestreger er ligegyldige.',
    en: 'Look for typing errors. Capitals, spaces and hyphens do not matter.',
  },
  codeHelpChanged: {
    nb: 'Organisasjonen kan ha fått en ny. Spør den som ga deg den.',
    da: 'Organisationen kan have fået et nyt. Spørg den, der gav dig det.',
    en: 'The organisation may have a new one. Ask whoever gave it to you.',
  },
  codeHelpFull: {
    nb: 'Alle plasser kan være tatt, eller medlemskapet kan være utløpt eller satt på pause. Kontaktpersonen i organisasjonen din ser det og kan ordne det.',
    da: 'Alle pladser kan være optaget, eller medlemskabet kan være udløbet eller sat på pause. Kontaktpersonen i din organisation ser det og kan ordne det.',
    en: 'All seats may be taken, or the membership may have ended or be paused. Your organisation’s contact can see it and put it right.',
  },
  codeHelpAddress: {
    nb: 'Noen organisasjoner slipper bare inn jobbadresser. Prøv med din.',
    da: 'Nogle organisationer lukker kun arbejdsmails ind. Prøv med din.',
    en: 'Some organisations let in work addresses only. Try yours.',
  },
  codeHelpLetter: {
    nb: 'Brukte du jobbadressen din, har vi sendt deg en e-post hvis vi vet mer.',
    da: 'Brugte du din arbejdsmail, har vi sendt dig en e-mail, hvis vi ved mere.',
    en: 'If you used your work address, we have sent you an e-mail if we know more.',
  },
  mustAcceptPolicy: {
    nb: 'Kontoen opprettes bare hvis du uttrykkelig godtar personvernerklæringen',
    da: 'Kontoen oprettes kun, hvis du udtrykkeligt accepterer privatlivspolitikken',
    en: 'The account is made only if you expressly accept the privacy policy',
  },
  policyChanged: {
    nb: 'Personvernerklæringen er blitt endret mens du fylte ut skjemaet. Les den nye, og kryss av igjen.',
    da: 'Privatlivspolitikken er blevet ændret, mens du udfyldte formularen. Læs den nye, og sæt kryds igen.',
    en: 'The privacy policy has changed while you filled in the form. Read the new one and tick the box again.',
  },

  sentTitle: { nb: 'Sjekk e-posten din', da: 'Tjek din e-mail', en: 'Check your e-mail' },
  sentText: {
    nb: 'Vi har sendt deg en lenke. Åpne den for å bekrefte adressen og velge passord. Lenken virker i ett døgn.',
    da: 'Vi har sendt dig et link. Åbn det for at bekræfte adressen og vælge adgangskode. Linket virker i et døgn.',
    en: 'We have sent you a link. Open it to confirm the address and choose a password. It works for one day.',
  },
  sentNothing: {
    nb: 'Ingen e-post? Se i søppelposten, eller be om en ny lenke.',
    da: 'Ingen e-mail? Se i uønsket post, eller bed om et nyt link.',
    en: 'No e-mail? Look among the junk mail, or ask for a new link.',
  },
  newLink: { nb: 'Send ny lenke', da: 'Send nyt link', en: 'Send a new link' },

  helpSubject: { nb: 'Om din Student ID', da: 'Om dit Student ID', en: 'About your Student ID' },
  helpIntro: {
    nb: 'Du prøvde å opprette en konto. Det gikk ikke ennå, og ingenting om deg er lagret.',
    da: 'Du prøvede at oprette en konto. Det lykkedes ikke endnu, og intet om dig er gemt.',
    en: 'You tried to create an account. It did not work yet, and nothing about you is kept.',
  },
  helpFull: {
    nb: 'Alle plassene i medlemskapet er tatt. Be kontaktpersonen i organisasjonen om en plass til.',
    da: 'Alle pladser i medlemskabet er optaget. Bed kontaktpersonen i organisationen om en plads til.',
    en: 'All seats of the membership are taken. Ask your organisation’s contact for one more.',
  },
  helpExpired: {
    nb: 'Medlemskapet er utløpt. Kontaktpersonen i organisasjonen kan fornye det.',
    da: 'Medlemskabet er udløbet. Kontaktpersonen i organisationen kan forny det.',
    en: 'The membership has ended. Your organisation’s contact can renew it.',
  },
  helpSuspended: {
    nb: 'Medlemskapet er satt på pause. Kontaktpersonen i organisasjonen vet hvorfor.',
    da: 'Medlemskabet er sat på pause. Kontaktpersonen i organisationen ved hvorfor.',
    en: 'The membership is paused. Your organisation’s contact knows why.',
  },
  helpNotBegun: {
    nb: 'Medlemskapet har ikke begynt ennå. Prøv igjen når det gjør det.',
    da: 'Medlemskabet er ikke begyndt endnu. Prøv igen, når det gør.',
    en: 'The membership has not begun yet. Try again when it has.',
  },
  helpJoiningOver: {
    nb: 'Fristen for å registrere seg med denne Student ID-en er ute. Kontaktpersonen i organisasjonen kan få den åpnet igjen.',
    da: 'Fristen for at registrere sig med dette Student ID er udløbet. Kontaktpersonen i organisationen kan få det åbnet igen.',
    en: 'The time for registering with this Student ID is over. Your organisation’s contact can have it opened again.',
  },
} as const satisfies Words
