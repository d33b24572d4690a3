import type { Words } from '../../platform/words.ts'

/** What holders read, and whoever checks a paper. */
export const words = {
  certificates: { nb: 'Kursbevis', da: 'Kursusbeviser', en: 'Certificates' },

  mineTitle: { nb: 'Kursbevisene dine', da: 'Dine kursusbeviser', en: 'Your certificates' },
  mineLede: {
    nb: 'Hvert bevis kan kontrolleres av den du gir det til. Navnet ditt vises ikke for andre.',
    da: 'Hvert bevis kan kontrolleres af den, du giver det til. Dit navn vises ikke for andre.',
    en: 'Whoever you give a certificate to can check it. Your name is not shown to anybody.',
  },
  noneTitle: { nb: 'Ingen kursbevis ennå', da: 'Ingen kursusbeviser endnu', en: 'No certificates yet' },
  noneText: {
    nb: 'Når du har fullført et kurs, kommer beviset på e-post og blir liggende her.',
    da: 'Når du har gennemført et kursus, kommer beviset på e-mail og bliver liggende her.',
    en: 'When you have finished a course, its certificate comes by e-mail and stays here.',
  },
  toCourses: { nb: 'Se kursene', da: 'Se kurserne', en: 'See the courses' },
  waitingTitle: { nb: 'Ett steg igjen', da: 'Ét trin tilbage', en: 'One step left' },
  waitingText: {
    nb: (count: number) =>
      count === 1
        ? 'Du har fullført et kurs. Bekreft navnet ditt, så får du beviset med en gang.'
        : `Du har fullført ${count} kurs. Bekreft navnet ditt, så får du bevisene med en gang.`,
    da: (count: number) =>
      count === 1
        ? 'Du har gennemført et kursus. Bekræft dit navn, så får du beviset med det samme.'
        : `Du har gennemført ${count} kurser. Bekræft dit navn, så får du beviserne med det samme.`,
    en: (count: number) =>
      count === 1
        ? 'You have finished a course. Confirm your name and you get the certificate at once.'
        : `You have finished ${count} courses. Confirm your name and you get the certificates at once.`,
  },
  confirmName: { nb: 'Bekreft navnet', da: 'Bekræft navnet', en: 'Confirm your name' },
  beingIssued: {
    nb: 'Et bevis blir laget akkurat nå. Last siden på nytt om et øyeblikk.',
    da: 'Et bevis bliver lavet lige nu. Genindlæs siden om et øjeblik.',
    en: 'A certificate is being made right now. Reload the page in a moment.',
  },
  issuedOn: {
    nb: (date: string) => `Utstedt ${date}`,
    da: (date: string) => `Udstedt ${date}`,
    en: (date: string) => `Issued ${date}`,
  },
  letterSent: {
    nb: (date: string) => `Sendt på e-post ${date}`,
    da: (date: string) => `Sendt på e-mail ${date}`,
    en: (date: string) => `Sent by e-mail on ${date}`,
  },
  letterRefused: {
    nb: (date: string) => `E-posten ble avvist ${date}. Se over e-postadressen din, eller last ned beviset her.`,
    da: (date: string) => `E-mailen blev afvist ${date}. Se din e-mailadresse efter, eller hent beviset her.`,
    en: (date: string) => `The e-mail was refused on ${date}. Check your e-mail address, or download the certificate here.`,
  },
  letterDelayed: {
    nb: 'E-posten er ikke kommet fram ennå. Vi prøver igjen.',
    da: 'E-mailen er ikke kommet frem endnu. Vi prøver igen.',
    en: 'The e-mail has not got through yet. We are trying again.',
  },
  sendAgain: { nb: 'Send på nytt', da: 'Send igen', en: 'Send again' },
  noticeSentAgain: { nb: 'Beviset sendes på nytt', da: 'Beviset sendes igen', en: 'The certificate is being sent again' },
  letterNotMissing: { nb: 'Dette beviset er alt sendt eller på vei', da: 'Beviset er allerede sendt eller på vej', en: 'This certificate has been sent already or is on its way' },
  letterWithheld: { nb: 'Ikke sendt på e-post', da: 'Ikke sendt på e-mail', en: 'Not sent by e-mail' },
  pdf: { nb: 'PDF', da: 'PDF', en: 'PDF' },
  pdfOf: {
    nb: (course: string) => `PDF: ${course}`,
    da: (course: string) => `PDF: ${course}`,
    en: (course: string) => `PDF: ${course}`,
  },
  share: { nb: 'Kopier lenke', da: 'Kopiér link', en: 'Copy link' },
  shared: { nb: 'Lenken er kopiert', da: 'Linket er kopieret', en: 'Link copied' },
  check: { nb: 'Kontrollside', da: 'Kontrolside', en: 'Check page' },
  inNewName: { nb: 'Få det i det nye navnet', da: 'Få det i dit nye navn', en: 'Get it in your new name' },
  inOtherName: { nb: 'Tidligere navn', da: 'Tidligere navn', en: 'Earlier name' },
  valid: { nb: 'Gyldig', da: 'Gyldigt', en: 'Valid' },
  replaced: { nb: 'Erstattet', da: 'Erstattet', en: 'Replaced' },
  revoked: { nb: 'Trukket tilbake', da: 'Trukket tilbage', en: 'Revoked' },
  reasonIs: {
    nb: (reason: string) => `Grunn: ${reason}.`,
    da: (reason: string) => `Begrundelse: ${reason}.`,
    en: (reason: string) => `Reason: ${reason}.`,
  },
  mistake: { nb: 'beviset ble utstedt ved en feil', da: 'beviset blev udstedt ved en fejl', en: 'it was issued by mistake' },
  irregular: {
    nb: 'prøven ble ikke gjennomført etter reglene',
    da: 'prøven blev ikke gennemført efter reglerne',
    en: 'the exam did not follow the rules',
  },
  holder: { nb: 'den beviset gjelder, har bedt om det', da: 'den, beviset gælder, har bedt om det', en: 'its holder asked for it' },

  nameTitle: { nb: 'Navnet på kursbeviset', da: 'Navnet på kursusbeviset', en: 'The name on the certificate' },
  nameLede: {
    nb: 'Er dette navnet ditt, slik det står i papirene dine?',
    da: 'Er dette dit navn, som det står i dine papirer?',
    en: 'Is this your name, as it stands in your papers?',
  },
  onPaper: { nb: 'Slik blir det trykt', da: 'Sådan bliver det trykt', en: 'As it will be printed' },
  firstName: { nb: 'Fornavn', da: 'Fornavn', en: 'First name' },
  lastName: { nb: 'Etternavn', da: 'Efternavn', en: 'Last name' },
  whyName: {
    nb: 'Navnet er det eneste om deg som står på beviset. Det trykkes nøyaktig slik du skriver det.',
    da: 'Navnet er det eneste om dig, der står på beviset. Det trykkes nøjagtigt, som du skriver det.',
    en: 'The name is all the certificate says about you. It is printed exactly as you write it.',
  },
  thisIsMyName: { nb: 'Ja, dette er navnet mitt', da: 'Ja, det er mit navn', en: 'Yes, this is my name' },
  nameConfirmed: {
    nb: (date: string) => `Du bekreftet navnet ${date}. Endrer du det, gjelder det nye bevis; dem du har, kan du få på nytt.`,
    da: (date: string) => `Du bekræftede navnet ${date}. Ændrer du det, gælder det nye beviser; dem, du har, kan du få på ny.`,
    en: (date: string) => `You confirmed the name on ${date}. A change holds for new certificates; those you have you can get anew.`,
  },
  nameNotPrintable: {
    nb: 'I navnet er det et tegn vi ikke kan trykke. Skriv hele navnet her med latinske bokstaver, slik det står i passet.',
    da: 'I navnet er der et tegn, vi ikke kan trykke. Skriv hele navnet her med latinske bogstaver, som det står i passet.',
    en: 'There is a sign in the name that we cannot print. Write the whole name here in Latin letters, as in your passport.',
  },
  latinName: { nb: 'Navnet med latinske bokstaver', da: 'Navnet med latinske bogstaver', en: 'The name in Latin letters' },
  latinNameWhen: {
    nb: 'Bare hvis du skriver navnet ditt med andre bokstaver: hele navnet slik det står i passet. Da trykkes dette, og navnet på kontoen blir som det er.',
    da: 'Kun hvis du skriver dit navn med andre bogstaver: hele navnet, som det står i passet. Så trykkes det her, og navnet på kontoen bliver, som det er.',
    en: 'Only if you write your name in other letters: the whole name as in your passport. Then this is printed, and the name of your account stays as it is.',
  },
  nameNotLatin: {
    nb: 'Skriv det med latinske bokstaver, slik det står i passet',
    da: 'Skriv det med latinske bogstaver, som det står i passet',
    en: 'Write it in Latin letters, as in your passport',
  },
  nameNotConfirmed: { nb: 'Bekreft navnet ditt først', da: 'Bekræft dit navn først', en: 'Confirm your name first' },
  noticeNameConfirmed: { nb: 'Navnet er bekreftet', da: 'Navnet er bekræftet', en: 'Your name is confirmed' },
  noticeIssued: {
    nb: 'Navnet er bekreftet, og beviset er klart. Det kommer også på e-post.',
    da: 'Navnet er bekræftet, og beviset er klart. Det kommer også på e-mail.',
    en: 'Your name is confirmed and the certificate is ready. It comes by e-mail too.',
  },
  noticeNewVersion: {
    nb: 'Beviset er laget på nytt. Den gamle koden sier at det er erstattet, og ikke noe mer.',
    da: 'Beviset er lavet på ny. Den gamle kode siger, at det er erstattet, og ikke mere.',
    en: 'The certificate has been made anew. The old code says it was replaced, and nothing more.',
  },
  notValid: {
    nb: 'Dette beviset er erstattet, trukket tilbake eller uten innehaver',
    da: 'Dette bevis er erstattet, trukket tilbage eller uden indehaver',
    en: 'This certificate is replaced, revoked or without a holder',
  },

  verifyTitle: { nb: 'Kontroller et kursbevis', da: 'Kontrollér et kursusbevis', en: 'Check a certificate' },
  verifyLede: {
    nb: 'Skriv koden som står på beviset, så ser du om det er ekte og gyldig.',
    da: 'Skriv koden, der står på beviset, så ser du, om det er ægte og gyldigt.',
    en: 'Write the code that stands on the paper to see whether it is genuine and valid.',
  },
  code: { nb: 'Kode', da: 'Kode', en: 'Code' },
  codeExample: {
    nb: 'Tolv tegn, for eksempel K7QF-9M2X-4TWR. Store og små bokstaver er det samme.',
    da: 'Tolv tegn, for eksempel K7QF-9M2X-4TWR. Store og små bogstaver er det samme.',
    en: 'Twelve signs, such as K7QF-9M2X-4TWR. Capital and small letters are alike.',
  },
  checkIt: { nb: 'Kontroller', da: 'Kontrollér', en: 'Check' },
  codeUnknown: {
    nb: 'Vi har ikke utstedt noe kursbevis med denne koden',
    da: 'Vi har ikke udstedt noget kursusbevis med denne kode',
    en: 'We have issued no certificate with this code',
  },
  validTitle: { nb: 'Beviset er ekte og gyldig', da: 'Beviset er ægte og gyldigt', en: 'The certificate is genuine and valid' },
  validText: {
    nb: 'Sammenlign med papiret du har: alt nedenfor skal stå likt på det.',
    da: 'Sammenlign med det papir, du har: alt nedenfor skal stå ens på det.',
    en: 'Compare with the paper you have: everything below must say the same on it.',
  },
  replacedTitle: { nb: 'Beviset er erstattet', da: 'Beviset er erstattet', en: 'The certificate has been replaced' },
  replacedText: {
    nb: (date: string) => `En nyere versjon gjelder siden ${date}. Be om å få se den.`,
    da: (date: string) => `En nyere version gælder siden ${date}. Bed om at få den at se.`,
    en: (date: string) => `A newer version has held since ${date}. Ask to see that one.`,
  },
  revokedTitle: { nb: 'Beviset er trukket tilbake', da: 'Beviset er trukket tilbage', en: 'The certificate has been revoked' },
  revokedText: {
    nb: (date: string) => `Det gjelder ikke lenger, fra ${date}.`,
    da: (date: string) => `Det gælder ikke længere, fra ${date}.`,
    en: (date: string) => `It has not been valid since ${date}.`,
  },
  paperSays: { nb: 'Dette står på beviset', da: 'Det står på beviset', en: 'What the paper says' },
  course: { nb: 'Kurs', da: 'Kursus', en: 'Course' },
  level: { nb: 'Nivå', da: 'Niveau', en: 'Level' },
  extent: { nb: 'Omfang', da: 'Omfang', en: 'Extent' },
  hours: {
    nb: (hours: number) => (hours === 1 ? '1 time' : `${hours} timer`),
    da: (hours: number) => (hours === 1 ? '1 time' : `${hours} timer`),
    en: (hours: number) => (hours === 1 ? '1 hour' : `${hours} hours`),
  },
  outcome: { nb: 'Utfall', da: 'Udfald', en: 'Outcome' },
  completed: { nb: 'Fullført', da: 'Gennemført', en: 'Completed' },
  passed: { nb: 'Fullført og bestått', da: 'Gennemført og bestået', en: 'Completed and passed' },
  score: { nb: 'Resultat', da: 'Resultat', en: 'Result' },
  perCent: { nb: (n: number) => `${n}\u00a0%`, da: (n: number) => `${n}\u00a0%`, en: (n: number) => `${n}%` },
  completedOn: { nb: 'Fullført dato', da: 'Gennemført den', en: 'Completed on' },
  issued: { nb: 'Utstedt', da: 'Udstedt', en: 'Issued' },
  issuer: { nb: 'Utsteder', da: 'Udsteder', en: 'Issuer' },
  whoseTitle: { nb: 'Hvem er beviset utstedt til?', da: 'Hvem er beviset udstedt til?', en: 'To whom was it issued?' },
  whoseText: {
    nb: 'Vi viser ikke navnet. Skriv det som står på papiret, så sier vi om det stemmer.',
    da: 'Vi viser ikke navnet. Skriv det, der står på papiret, så siger vi, om det stemmer.',
    en: 'We do not show the name. Write the one on the paper and we say whether it matches.',
  },
  wholeName: { nb: 'Hele navnet', da: 'Hele navnet', en: 'Whole name' },
  checkName: { nb: 'Sammenlign navnet', da: 'Sammenlign navnet', en: 'Compare the name' },
  nameMatches: { nb: 'Navnet stemmer', da: 'Navnet stemmer', en: 'The name matches' },
  nameMatchesText: {
    nb: 'Beviset er utstedt til det navnet du skrev.',
    da: 'Beviset er udstedt til det navn, du skrev.',
    en: 'The certificate was issued to the name that you wrote.',
  },
  nameDiffers: {
    nb: 'Navnet stemmer ikke med beviset. Skriv det nøyaktig som på papiret.',
    da: 'Navnet stemmer ikke med beviset. Skriv det nøjagtigt som på papiret.',
    en: 'The name does not match the certificate. Write it exactly as on the paper.',
  },
  nameErased: {
    nb: 'Navnet til innehaveren er slettet. Beviset er fortsatt ekte, men navnet kan ikke lenger sammenlignes.',
    da: 'Indehaverens navn er slettet. Beviset er stadig ægte, men navnet kan ikke længere sammenlignes.',
    en: 'The holder’s name has been erased. The certificate is still genuine, but the name can no longer be compared.',
  },
  checkAnother: { nb: 'Kontroller et annet bevis', da: 'Kontrollér et andet bevis', en: 'Check another certificate' },

  fileName: { nb: 'kursbevis', da: 'kursusbevis', en: 'certificate' },
  hello: { nb: (name: string) => `Hei, ${name}`, da: (name: string) => `Hej ${name}`, en: (name: string) => `Hello ${name}` },
  paperSubject: {
    nb: (institution: string) => `Kursbeviset ditt fra ${institution}`,
    da: (institution: string) => `Dit kursusbevis fra ${institution}`,
    en: (institution: string) => `Your certificate from ${institution}`,
  },
  paperLetter: {
    nb: (course: string) => `Gratulerer! Du har fullført kurset «${course}». Beviset ligger ved.`,
    da: (course: string) => `Tillykke! Du har gennemført kurset »${course}«. Beviset er vedlagt.`,
    en: (course: string) => `Congratulations! You have finished the course “${course}”. The certificate is attached.`,
  },
  askNameSubject: {
    nb: (institution: string) => `Ett steg igjen før du får kursbeviset fra ${institution}`,
    da: (institution: string) => `Ét trin tilbage, før du får kursusbeviset fra ${institution}`,
    en: (institution: string) => `One step left before you get your certificate from ${institution}`,
  },
  askNameLetter: {
    nb: 'Gratulerer, du har fullført et kurs! Bekreft navnet slik det skal stå på beviset, så får du det med en gang.',
    da: 'Tillykke, du har gennemført et kursus! Bekræft navnet, som det skal stå på beviset, så får du det med det samme.',
    en: 'Congratulations, you have finished a course! Confirm your name as it should stand on the certificate, and you get it at once.',
  },
  newVersionSubject: {
    nb: (institution: string) => `Nytt kursbevis fra ${institution}`,
    da: (institution: string) => `Nyt kursusbevis fra ${institution}`,
    en: (institution: string) => `A new certificate from ${institution}`,
  },
  newVersionLetter: {
    nb: (course: string) => `Her er en ny versjon av beviset for kurset «${course}». Den forrige gjelder ikke lenger; koden på den sier at den er erstattet.`,
    da: (course: string) => `Her er en ny version af beviset for kurset »${course}«. Den forrige gælder ikke længere; koden på den siger, at den er erstattet.`,
    en: (course: string) => `Here is a new version of the certificate for the course “${course}”. The earlier one no longer holds; its code says that it was replaced.`,
  },
  checkLetter: {
    nb: (address: string) => `Den du viser det til, kan kontrollere det her:\n${address}`,
    da: (address: string) => `Den, du viser det til, kan kontrollere det her:\n${address}`,
    en: (address: string) => `Whoever you show it to can check it here:\n${address}`,
  },
  openPapers: { nb: 'Se kursbevisene dine', da: 'Se dine kursusbeviser', en: 'See your certificates' },
  revokedSubject: {
    nb: (institution: string) => `Et kursbevis fra ${institution} er trukket tilbake`,
    da: (institution: string) => `Et kursusbevis fra ${institution} er trukket tilbage`,
    en: (institution: string) => `A certificate from ${institution} has been revoked`,
  },
  revokedLetter: {
    nb: (course: string, code: string) => `Beviset for kurset «${course}» med koden ${code} gjelder ikke lenger.`,
    da: (course: string, code: string) => `Beviset for kurset »${course}« med koden ${code} gælder ikke længere.`,
    en: (course: string, code: string) => `The certificate for the course “${course}” with the code ${code} no longer holds.`,
  },
} as const satisfies Words
