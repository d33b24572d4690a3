import type { Words } from '../../platform/words.ts'

export const words = {
  home: { nb: 'Hjem', da: 'Hjem', en: 'Home' },
  morning: { nb: (name: string) => `God morgen, ${name}`, da: (name: string) => `Godmorgen, ${name}`, en: (name: string) => `Good morning, ${name}` },
  day: { nb: (name: string) => `God dag, ${name}`, da: (name: string) => `Goddag, ${name}`, en: (name: string) => `Good afternoon, ${name}` },
  evening: { nb: (name: string) => `God kveld, ${name}`, da: (name: string) => `Godaften, ${name}`, en: (name: string) => `Good evening, ${name}` },
  underWay: {
    nb: (count: number) => (count === 1 ? 'Du er i gang med ett kurs.' : `Du er i gang med ${count} kurs.`),
    da: (count: number) => (count === 1 ? 'Du er i gang med ét kursus.' : `Du er i gang med ${count} kurser.`),
    en: (count: number) => (count === 1 ? 'You are taking one course.' : `You are taking ${count} courses.`),
  },
  allDone: { nb: 'Du har fullført alle kursene dine.', da: 'Du har gennemført alle dine kurser.', en: 'You have finished all your courses.' },
  chooseFirst: { nb: 'Velg ditt første kurs, så er du i gang.', da: 'Vælg dit første kursus, så er du i gang.', en: 'Choose your first course and you are under way.' },

  goOn: { nb: 'Fortsett der du slapp', da: 'Fortsæt, hvor du slap', en: 'Go on where you left off' },
  begin: { nb: 'Kom i gang', da: 'Kom i gang', en: 'Get started' },
  inExam: { nb: 'Du er midt i en prøve', da: 'Du er midt i en prøve', en: 'You are in the middle of an exam' },
  atQuestion: {
    nb: (at: number, of: number) => `Du er ved spørsmål ${at} av ${of}. Svarene dine er lagret.`,
    da: (at: number, of: number) => `Du er ved spørgsmål ${at} af ${of}. Dine svar er gemt.`,
    en: (at: number, of: number) => `You are at question ${at} of ${of}. Your answers are saved.`,
  },
  examUntil: {
    nb: (until: string) => `Tiden er ute ${until}.`,
    da: (until: string) => `Tiden er gået ${until}.`,
    en: (until: string) => `Your time runs until ${until}.`,
  },
  backToExam: {
    nb: (at: number) => `Fortsett ved spørsmål ${at}`,
    da: (at: number) => `Fortsæt ved spørgsmål ${at}`,
    en: (at: number) => `Go on at question ${at}`,
  },
  next: { nb: 'Neste:', da: 'Næste:', en: 'Next:' },
  minutes: { nb: (count: number) => `${count} min`, da: (count: number) => `${count} min.`, en: (count: number) => `${count} min` },
  left: {
    nb: (minutes: number) => `${hours(minutes, 't')} igjen`,
    da: (minutes: number) => `${hours(minutes, 't.')} tilbage`,
    en: (minutes: number) => `${hours(minutes, 'h')} left`,
  },
  toLesson: { nb: 'Fortsett leksjonen', da: 'Fortsæt lektionen', en: 'Go on with the lesson' },
  toExam: { nb: 'Gå til prøven', da: 'Gå til prøven', en: 'Go to the exam' },
  toCourse: { nb: 'Se hele kurset', da: 'Se hele kurset', en: 'See the whole course' },
  progress: { nb: (course: string) => `Fremdrift i ${course}`, da: (course: string) => `Fremskridt i ${course}`, en: (course: string) => `Progress in ${course}` },
  percentDone: { nb: (percent: number) => `${percent} % fullført`, da: (percent: number) => `${percent} % gennemført`, en: (percent: number) => `${percent}% done` },
  nextOpens: { nb: (when: string) => `Det neste åpner ${when}`, da: (when: string) => `Det næste åbner ${when}`, en: (when: string) => `What comes next opens ${when}` },
  done: { nb: 'Fullført', da: 'Gennemført', en: 'Finished' },

  myCourses: { nb: 'Mine kurs', da: 'Mine kurser', en: 'My courses' },
  allCourses: { nb: 'Se alle kurs', da: 'Se alle kurser', en: 'See all courses' },
  noCourses: { nb: 'Ingen kurs ennå', da: 'Ingen kurser endnu', en: 'No courses yet' },
  noCoursesText: {
    nb: 'Alle kursene våre er åpne for deg. Velg ett å begynne med.',
    da: 'Alle vores kurser er åbne for dig. Vælg et at begynde med.',
    en: 'All our courses are open to you. Choose one to begin with.',
  },
  findCourse: { nb: 'Finn et kurs', da: 'Find et kursus', en: 'Find a course' },
  certificates: { nb: 'Kursbevis', da: 'Kursusbeviser', en: 'Certificates' },
  certificatesText: {
    nb: 'Når du fullfører et kurs, kommer beviset på e-post og blir liggende her.',
    da: 'Når du gennemfører et kursus, kommer beviset på e-mail og bliver liggende her.',
    en: 'When you finish a course its certificate comes by e-mail and stays here.',
  },
  nameMissing: {
    nb: (n: number) => (n === 1 ? 'Et kursbevis venter bare på at du bekrefter navnet ditt.' : `${n} kursbevis venter bare på at du bekrefter navnet ditt.`),
    da: (n: number) => (n === 1 ? 'Et kursusbevis venter kun på, at du bekræfter dit navn.' : `${n} kursusbeviser venter kun på, at du bekræfter dit navn.`),
    en: (n: number) => (n === 1 ? 'A certificate waits only for you to confirm your name.' : `${n} certificates wait only for you to confirm your name.`),
  },
  confirmName: { nb: 'Bekreft navnet', da: 'Bekræft navnet', en: 'Confirm your name' },
  toCertificates: { nb: 'Se bevisene dine', da: 'Se dine beviser', en: 'See your certificates' },
  yours: { nb: 'Opplysningene dine', da: 'Dine oplysninger', en: 'Your data' },
  yoursText: {
    nb: 'Se hva vi har om deg, hvem som har sett det, og slett det når du vil.',
    da: 'Se, hvad vi har om dig, hvem der har set det, og slet det, når du vil.',
    en: 'See what we have about you and who has seen it, and delete it whenever you like.',
  },
  toYours: { nb: 'Mine data', da: 'Mine data', en: 'My data' },
  work: { nb: 'Arbeidet ditt', da: 'Dit arbejde', en: 'Your work' },
  toAuthoring: { nb: 'Lage kurs', da: 'Lave kurser', en: 'Make courses' },
  toAuthoringText: { nb: 'Leksjoner, filmer og prøver. Et utkast er ditt til du publiserer det.', da: 'Lektioner, film og prøver. Et udkast er dit, til du udgiver det.', en: 'Lessons, films and exams. A draft is yours until you publish it.' },
  toQuestions: { nb: 'Spørsmålsbanken', da: 'Spørgsmålsbanken', en: 'The question bank' },
  toQuestionsText: { nb: 'Spørsmål med alle utgavene sine, inn og ut som filer.', da: 'Spørgsmål med alle deres udgaver, ind og ud som filer.', en: 'Questions with all their versions, in and out as files.' },
  toTeaching: { nb: 'Deltakerne mine', da: 'Mine deltagere', en: 'My learners' },
  toTeachingText: { nb: 'Hvem som tar kursene dine, og hvor langt de er.', da: 'Hvem der tager dine kurser, og hvor langt de er.', en: 'Who takes your courses, and how far they have come.' },
  toMarking: { nb: 'Vurdere svar', da: 'Bedømme svar', en: 'Mark answers' },
  toMarkingText: { nb: 'Svar som venter på deg, resultater og ekstra tid.', da: 'Svar, der venter på dig, resultater og ekstra tid.', en: 'Answers that wait for you, results and extra time.' },
  toAdministration: { nb: 'Administrasjon', da: 'Administration', en: 'Administration' },
  toAdministrationText: { nb: 'Organisasjoner, ansatte, kurs og kursbevis.', da: 'Organisationer, ansatte, kurser og kursusbeviser.', en: 'Organisations, employees, courses and certificates.' },
  toNumbers: { nb: 'Tall for organisasjonen', da: 'Tal for organisationen', en: 'Numbers for your organisation' },
  toNumbersText: { nb: 'Hvor mange plasser som er i bruk. Aldri hvem.', da: 'Hvor mange pladser der er i brug. Aldrig hvem.', en: 'How many seats are in use. Never whose.' },
  toOversight: { nb: 'Tilsyn', da: 'Tilsyn', en: 'Oversight' },
  toOversightText: { nb: 'Løftene i tall, undersøkelser og sikkerhetsloggen.', da: 'Løfterne i tal, undersøgelser og sikkerhedsloggen.', en: 'The promises in numbers, investigations and the security log.' },

  welcome: {
    nb: (site: string) => `Velkommen til ${site}`,
    da: (site: string) => `Velkommen til ${site}`,
    en: (site: string) => `Welcome to ${site}`,
  },
  welcomeText: {
    nb: 'Kurs om arbeidsliv, språk og samfunn, når og hvor det passer deg.',
    da: 'Kurser om arbejdsliv, sprog og samfund, når og hvor det passer dig.',
    en: 'Courses on working life, language and society, when and where it suits you.',
  },
  promise: {
    nb: 'Vi holder det vi lover om personvern, og viser deg hvordan.',
    da: 'Vi holder, hvad vi lover om privatliv, og viser dig hvordan.',
    en: 'We keep what we promise about privacy, and show you how.',
  },
  toPrivacy: { nb: 'Les personvernerklæringen', da: 'Læs privatlivspolitikken', en: 'Read the privacy policy' },
  register: { nb: 'Opprett konto', da: 'Opret konto', en: 'Create an account' },
  signIn: { nb: 'Logg inn', da: 'Log ind', en: 'Sign in' },
  offered: { nb: 'Kursene våre', da: 'Vores kurser', en: 'Our courses' },
  hours: { nb: (count: number) => `${count} timer`, da: (count: number) => `${count} timer`, en: (count: number) => `${count} hours` },
  emptyHouse: {
    nb: 'Skolen åpner snart her',
    da: 'Skolen åbner snart her',
    en: 'The school opens here soon',
  },
  policyNews: { nb: 'Personvernerklæringen er endret', da: 'Privatlivspolitikken er ændret', en: 'The privacy policy has changed' },
  policyNewsWhat: {
    nb: (day: string, changes: number) => (changes === 1 ? `Én ting som betyr noe for deg, gjelder fra ${day}.` : `${changes} ting som betyr noe for deg, gjelder fra ${day}.`),
    da: (day: string, changes: number) => (changes === 1 ? `Én ting, der betyder noget for dig, gælder fra ${day}.` : `${changes} ting, der betyder noget for dig, gælder fra ${day}.`),
    en: (day: string, changes: number) => (changes === 1 ? `One thing that matters to you holds from ${day}.` : `${changes} things that matter to you hold from ${day}.`),
  },
  policyNewsRead: { nb: 'Se hva som er nytt', da: 'Se, hvad der er nyt', en: 'See what is new' },
  policyNewsAnswer: { nb: 'Les og svar', da: 'Læs og svar', en: 'Read and answer' },
  emptyHouseText: {
    nb: 'Her kommer innmelding, timeplan, fravær og vurdering. Personvernerklæringen er på plass alt nå.',
    da: 'Her kommer indmeldelse, skema, fravær og bedømmelse. Privatlivspolitikken er på plads allerede nu.',
    en: 'Enrolment, timetable, attendance and assessment will be here. The privacy policy is in place already.',
  },
} as const satisfies Words

function hours(minutes: number, hour: string): string {
  const whole = Math.floor(minutes / 60)
  const rest = minutes % 60
  return [whole ? `${whole} ${hour}` : '', rest || !whole ? `${rest} min` : ''].filter(Boolean).join(' ')
}
