import type { Words } from '../platform/words.ts'

export const words = {
  letters: { nb: 'Demonstrasjonens postkasse', da: 'Demonstrationens postkasse', en: 'The demonstration’s letterbox' },
  lede: {
    nb: 'Uten e-postserver legges brevene her, så du kan lese hva som ville blitt sendt.',
    da: 'Uden mailserver lægges brevene her, så du kan læse, hvad der ville være blevet sendt.',
    en: 'Without a mail server letters are laid here, so that you can read what would have been sent.',
  },
  nothing: { nb: 'Ingen brev ennå', da: 'Ingen breve endnu', en: 'No letters yet' },
  nothingText: {
    nb: 'Opprett en konto eller fullfør et kurs, så kommer det.',
    da: 'Opret en konto eller gennemfør et kursus, så kommer der et.',
    en: 'Create an account or finish a course, and there will be one.',
  },
  to: { nb: 'Til', da: 'Til', en: 'To' },
  sent: { nb: 'Sendt', da: 'Sendt', en: 'Sent' },
  attached: { nb: 'Vedlegg', da: 'Vedhæftet', en: 'Attached' },
  open: { nb: 'Åpne lenken', da: 'Åbn linket', en: 'Open the link' },
  all: { nb: 'Alle brev', da: 'Alle breve', en: 'All letters' },
} as const satisfies Words
