import { withIds } from './option-ids.ts'
import type { Question } from './question.ts'

type Of<K extends Question['kind']> = Extract<Question, { kind: K }>

/** Questions for tests, one of each kind, from the course on Norwegian work life. */
export function holidayQuestion(): Of<'single'> {
  return {
    kind: 'single',
    text: 'Hvor mange **virkedager** ferie har en arbeidstaker etter ferieloven?',
    feedback: 'Se ferieloven § 5: 25 virkedager.',
    shuffle: true,
    options: withIds([
      { text: '25', fraction: 100, feedback: 'Ja, lørdag er også en virkedag.' },
      { text: '21', fraction: 0, feedback: 'Nei: 21 = fem uker – minus fire.' },
      { text: '30', fraction: -25 },
      { text: 'Ingen av dem', fraction: 0 },
    ]),
  }
}

export function unionQuestion(): Of<'multiple'> {
  return {
    kind: 'multiple',
    text: 'Hva gjør en tillitsvalgt?\n\n1. Les alt først.\n2. Svar så.',
    shuffle: true,
    options: withIds([
      { text: 'Forhandler om lønn', fraction: 33.33333, feedback: 'Riktig' },
      { text: 'Hjelper i konflikter', fraction: 33.33333 },
      { text: 'Representerer de ansatte', fraction: 33.33333 },
      { text: 'Ansetter sjefen', fraction: -50, feedback: 'Det gjør styret.' },
    ]),
  }
}

export function contractQuestion(): Of<'trueFalse'> {
  return {
    kind: 'trueFalse',
    text: 'En arbeidsavtale skal være skriftlig.',
    answer: true,
    feedbackTrue: 'Arbeidsmiljøloven § 14-5.',
    feedbackFalse: 'Jo: {§ 14-5} sier det.',
    feedback: 'Gjelder alle, også ved korte oppdrag.',
  }
}

export function wageQuestion(): Of<'numeric'> {
  return {
    kind: 'numeric',
    text: 'Timelønnen er 250 kr. Hva er 40 % overtidstillegg: kr?',
    answers: [
      { id: 'exact', value: 100, tolerance: 0.5, fraction: 100, feedback: 'Ja: 250 · 0,4.' },
      { id: 'with', value: 350, tolerance: 0, fraction: 50, feedback: 'Det er med lønnen: 350.' },
    ],
  }
}

export function agencyQuestion(): Of<'shortAnswer'> {
  return {
    kind: 'shortAnswer',
    text: 'Hvem fører tilsyn med arbeidsmiljøet?',
    matchCase: false,
    matchSpaces: false,
    answers: withIds([
      { text: 'Arbeidstilsynet', fraction: 100 },
      { text: '*tilsynet', fraction: 50, feedback: 'Hvilket av dem?' },
      { text: 'NAV', fraction: 0, feedback: 'NAV fører ikke tilsyn.' },
    ]),
  }
}

export function lawQuestion(): Of<'matching'> {
  const answers = withIds([
    { text: 'Ferieloven' },
    { text: 'Folketrygdloven' },
    { text: 'Skatteloven' },
  ])
  const [holiday, insurance] = answers.map((one) => one.id)
  return {
    kind: 'matching',
    text: 'Hvilken lov?',
    shuffle: true,
    rows: withIds([
      { text: 'Feriepenger', answer: holiday ?? '' },
      { text: 'Sykepenger', answer: insurance ?? '' },
      { text: 'Foreldrepenger', answer: insurance ?? '' },
    ]),
    answers,
  }
}

export function applicationQuestion(): Of<'ordering'> {
  return {
    kind: 'ordering',
    text: 'Sett stegene i en ansettelse i rekkefølge.',
    items: withIds([
      { text: 'Utlysning' },
      { text: 'Søknad' },
      { text: 'Intervju' },
      { text: 'Avtale' },
    ]),
  }
}

export function reflectionQuestion(): Of<'essay'> {
  return { kind: 'essay', text: 'Hva er et godt arbeidsmiljø for deg?', feedback: 'Takk.' }
}

export function oneOfEach(): Question[] {
  return [
    holidayQuestion(),
    unionQuestion(),
    contractQuestion(),
    wageQuestion(),
    agencyQuestion(),
    lawQuestion(),
    applicationQuestion(),
    reflectionQuestion(),
  ]
}
