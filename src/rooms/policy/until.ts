import { type DurationName, durations } from '../../privacy/durations.ts'
import { sayDuration } from '../../privacy/duration-words.ts'
import type { Table } from '../../privacy/table.ts'
import { edgesOf, heldColumn } from '../../privacy/table.ts'
import { meaningOf, nameOfTable, type Saying } from '../../privacy/words.ts'

const WITH_ACCOUNT: Saying = { nb: 'Så lenge du har konto', da: 'Så længe du har en konto', en: 'As long as you have an account' }
const NAME_FORGOTTEN: Saying = {
  nb: 'Navnet ditt går med kontoen, resten blir',
  da: 'Dit navn forsvinder med kontoen, resten bliver',
  en: 'Your name goes with your account, the rest stays',
}

type Sentence = Readonly<Record<keyof Saying, (time: string) => string>>

const UNTABLED = {
  deactivation: {
    name: { nb: 'En konto som er deaktivert', da: 'En konto, der er deaktiveret', en: 'A deactivated account' },
    until: { nb: (time) => `Senest ${time} etter deaktiveringen`, da: (time) => `Senest ${time} efter deaktiveringen`, en: (time) => `No later than ${time} after deactivation` },
  },
  unconfirmedAccount: {
    name: { nb: 'En konto som aldri ble bekreftet', da: 'En konto, der aldrig blev bekræftet', en: 'An account that was never confirmed' },
    until: { nb: (time) => `${time} etter registreringen`, da: (time) => `${time} efter registreringen`, en: (time) => `${time} after registration` },
  },
  staffSession: {
    name: { nb: 'En ansatts innlogging', da: 'En medarbejders login', en: 'An employee’s being signed in' },
    until: { nb: (time) => `${time} uten bruk`, da: (time) => `${time} uden brug`, en: (time) => `${time} without use` },
  },
  keptLetter: {
    name: { nb: 'Brev til deg som ligger hos oss', da: 'Breve til dig, der ligger hos os', en: 'Letters to you that lie with us' },
    until: { nb: (time) => `${time} etter at brevet ble skrevet`, da: (time) => `${time}, efter at brevet blev skrevet`, en: (time) => `${time} after the letter was written` },
  },
} as const satisfies { readonly [name in DurationName]?: { name: Saying; until: Sentence } }

type Untabled = keyof typeof UNTABLED

/** Periods that end something about people which no table's end names. */
export const untabled = Object.keys(UNTABLED) as Untabled[]

/** When things end, as people are told it. */
export const untilSaid = {
  /** What ends by a period that no table names. */
  period(duration: Untabled): { name: Saying; until: Saying } {
    const { name, until } = UNTABLED[duration]
    const time = sayDuration(durations[duration])
    return { name, until: { nb: until.nb(time.nb), da: until.da(time.da), en: until.en(time.en) } }
  },

  /** A row that somebody merely did, such as writing a question, outlives them without their name. */
  table(table: Table): Saying {
    const { ends } = table.duty
    if (typeof ends === 'object' && 'after' in ends) return after(table, ends.after, ends.from)
    if (edgesOf(table).every(([, { erase }]) => erase === 'forget') && !isWithAccount(table)) return NAME_FORGOTTEN
    if (typeof ends === 'object' && 'parent' in ends) return withParent(ends.table)
    return WITH_ACCOUNT
  },
}

function isWithAccount({ duty: { ends } }: Table): boolean {
  return typeof ends === 'object' && 'with' in ends && ends.with === 'the account'
}

function after(table: Table, duration: DurationName, from: string): Saying {
  const time = sayDuration(durations[duration])
  const moment = meaningOf(table.name, from)
  const plain = {
    nb: `${time.nb}, regnet fra ${moment.nb}`,
    da: `${time.da}, regnet fra ${moment.da}`,
    en: `${time.en}, counted from ${moment.en}`,
  }
  return heldColumn(table) ? orHeld(plain) : plain
}

function orHeld(plain: Saying): Saying {
  const time = sayDuration(durations.investigation)
  return {
    nb: `${plain.nb}. Navngitte rader i en undersøkelse: høyst ${time.nb} til`,
    da: `${plain.da}. Navngivne rækker i en undersøgelse: højst ${time.da} endnu`,
    en: `${plain.en}. Named rows in an investigation: ${time.en} more at the most`,
  }
}

function withParent(parent: string): Saying {
  const name = nameOfTable(parent)
  return {
    nb: `Like lenge som dette: ${small(name.nb)}`,
    da: `Lige så længe som dette: ${small(name.da)}`,
    en: `As long as this: ${small(name.en)}`,
  }
}

function small(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}
