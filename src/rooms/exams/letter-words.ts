import type { Words } from '../../platform/words.ts'

/** What the letters about an attempt say. */
export const letterWords = {
  receiptSubject: { nb: 'Vi har mottatt prøven din', da: 'Vi har modtaget din prøve', en: 'We have received your exam' },
  receiptText: {
    nb: (title: string, at: string) => `Vi mottok svarene dine på «${title}» ${at}.`,
    da: (title: string, at: string) => `Vi modtog dine svar på »${title}« ${at}.`,
    en: (title: string, at: string) => `We received your answers to “${title}” on ${at}.`,
  },
  receiptForYou: {
    nb: (title: string, at: string) => `Tiden var ute, og vi leverte for deg det du hadde svart på «${title}», ${at}.`,
    da: (title: string, at: string) => `Tiden var gået, og vi afleverede for dig det, du havde svaret på »${title}«, ${at}.`,
    en: (title: string, at: string) => `Time was up, and we handed in for you what you had answered to “${title}” on ${at}.`,
  },
  abandonedSubject: { nb: 'Prøven ble ikke levert i tide', da: 'Prøven blev ikke afleveret i tide', en: 'Your exam was not handed in in time' },
  abandonedLetter: {
    nb: (title: string, at: string) => `«${title}» ble ikke levert før ${at}, og forsøket blir derfor ikke vurdert. Svarene dine er tatt vare på. Var det noe galt med utstyret eller nettet, kan læreren åpne forsøket igjen.`,
    da: (title: string, at: string) => `»${title}« blev ikke afleveret før ${at}, og forsøget bliver derfor ikke bedømt. Dine svar er gemt. Var der noget galt med udstyret eller nettet, kan underviseren åbne forsøget igen.`,
    en: (title: string, at: string) => `“${title}” was not handed in before ${at}, so the attempt is not marked. Your answers are kept. If your device or the line failed you, your teacher can open the attempt again.`,
  },
  receiptNext: { nb: 'På siden ser du det du kan få vite nå.', da: 'På siden kan du se det, du kan få at vide nu.', en: 'The page shows what you can know now.' },
  readySubject: { nb: 'Resultatet ditt er klart', da: 'Dit resultat er klar', en: 'Your result is ready' },
  resultReadyText: {
    nb: (title: string) => `Svarene dine på «${title}» er vurdert.`,
    da: (title: string) => `Dine svar på »${title}« er bedømt.`,
    en: (title: string) => `Your answers to “${title}” have been marked.`,
  },
  markedAnewSubject: { nb: 'Resultatet ditt er endret', da: 'Dit resultat er ændret', en: 'Your result has changed' },
  markedAnewText: {
    nb: (title: string) => `En lærer har vurdert svar på «${title}» på nytt. På siden ser du resultatet ditt og hvorfor det er endret.`,
    da: (title: string) => `En underviser har bedømt svar på »${title}« igen. På siden ser du dit resultat, og hvorfor det er ændret.`,
    en: (title: string) => `A teacher has marked answers to “${title}” again. The page shows your result and why it has changed.`,
  },
  openedAgainSubject: { nb: 'Prøven din er åpnet igjen', da: 'Din prøve er åbnet igen', en: 'Your exam is open again' },
  openedAgainText: {
    nb: (title: string, until: string) => `Læreren har åpnet forsøket ditt på «${title}» igjen. Du har tid til ${until}.`,
    da: (title: string, until: string) => `Læreren har åbnet dit forsøg på »${title}« igen. Du har tid til ${until}.`,
    en: (title: string, until: string) => `Your teacher has opened your attempt at “${title}” again. You have until ${until}.`,
  },
  openedAgainNext: {
    nb: 'Svarene dine står der, og du kan endre dem. Lever når du er ferdig.',
    da: 'Dine svar står der, og du kan ændre dem. Aflevér, når du er færdig.',
    en: 'Your answers are there, and you can change them. Hand in when you have finished.',
  },
  arrangedSubject: { nb: 'Nytt om prøven din', da: 'Nyt om din prøve', en: 'News of your exam' },
  arrangedText: {
    nb: (title: string) => `Læreren har endret hva som gjelder for deg på «${title}». På siden ser du hvor lang tid og hvor mange forsøk du har, og når du kan ta prøven.`,
    da: (title: string) => `Læreren har ændret, hvad der gælder for dig i »${title}«. På siden ser du, hvor lang tid og hvor mange forsøg du har, og hvornår du kan tage prøven.`,
    en: (title: string) => `Your teacher has changed what holds for you in “${title}”. The page shows how much time and how many attempts you have, and when you can sit it.`,
  },
  toExam: { nb: 'Til prøven', da: 'Til prøven', en: 'To the exam' },
  toResult: { nb: 'Se forsøket', da: 'Se forsøget', en: 'See the attempt' },
} as const satisfies Words
