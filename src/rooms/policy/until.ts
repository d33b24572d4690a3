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

/** When things end, as people are told it. */
export const untilSaid = {
  account(duration: DurationName): { name: Saying; until: Saying } {
    const time = sayDuration(durations[duration])
    if (duration === 'unconfirmedAccount') {
      return {
        name: { nb: 'En konto som aldri ble bekreftet', da: 'En konto, der aldrig blev bekræftet', en: 'An account that was never confirmed' },
        until: { nb: `${time.nb} etter registreringen`, da: `${time.da} efter registreringen`, en: `${time.en} after registration` },
      }
    }
    return {
      name: { nb: 'En konto som er deaktivert', da: 'En konto, der er deaktiveret', en: 'A deactivated account' },
      until: { nb: `Senest ${time.nb} etter deaktiveringen`, da: `Senest ${time.da} efter deaktiveringen`, en: `No later than ${time.en} after deactivation` },
    }
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
