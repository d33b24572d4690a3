import type { Language, Words } from '../../../platform/words.ts'

export const paperWords = {
  title: { nb: 'Kursbevis', da: 'Kursusbevis', en: 'Certificate' },
  awardedTo: { nb: 'Dette bekrefter at', da: 'Det bekræftes hermed, at', en: 'This is to certify that' },
  hasCompleted: { nb: 'har fullført', da: 'har gennemført', en: 'has completed' },
  hasPassed: {
    nb: 'har fullført og bestått',
    da: 'har gennemført og bestået',
    en: 'has completed and passed',
  },
  goals: {
    nb: 'Læringsutbytte',
    da: 'Læringsudbytte',
    en: 'Learning outcomes',
  },
  level: {
    nb: (level: string) => `Nivå ${level}`,
    da: (level: string) => `Niveau ${level}`,
    en: (level: string) => `Level ${level}`,
  },
  extent: { nb: 'Omfang', da: 'Omfang', en: 'Extent' },
  hours: {
    nb: (hours: number) => (hours === 1 ? '1 time' : `${inNumerals(hours, 'nb')} timer`),
    da: (hours: number) => (hours === 1 ? '1 time' : `${inNumerals(hours, 'da')} timer`),
    en: (hours: number) => (hours === 1 ? '1 hour' : `${inNumerals(hours, 'en')} hours`),
  },
  score: { nb: 'Resultat', da: 'Resultat', en: 'Result' },
  perCent: {
    nb: (number: number) => `${number}\u00a0%`,
    da: (number: number) => `${number}\u00a0%`,
    en: (number: number) => `${number}%`,
  },
  completed: { nb: 'Fullført', da: 'Gennemført', en: 'Completed' },
  issued: { nb: 'Utstedt', da: 'Udstedt', en: 'Issued' },
  validUntil: { nb: 'Gyldig til', da: 'Gyldigt til', en: 'Valid until' },
  teacher: { nb: 'Faglig ansvarlig', da: 'Fagligt ansvarlig', en: 'Responsible teacher' },
  rule: {
    nb: (version: string) => `Kurskrav, utgave ${version}`,
    da: (version: string) => `Kursuskrav, udgave ${version}`,
    en: (version: string) => `Course requirements, version ${version}`,
  },
  code: { nb: 'Kode', da: 'Kode', en: 'Code' },
  checkAt: { nb: 'Kontroller beviset på', da: 'Kontrollér beviset på', en: 'Verify this certificate at' },
  qrCode: {
    nb: (address: string) => `QR-kode til kontrollsiden ${address}`,
    da: (address: string) => `QR-kode til kontrolsiden ${address}`,
    en: (address: string) => `QR code for the verification page ${address}`,
  },
} as const satisfies Words

function inNumerals(hours: number, language: Language): string {
  return hours.toLocaleString(language, { maximumFractionDigits: 1 })
}
