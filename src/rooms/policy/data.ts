import type { Language } from '../../platform/words.ts'
import { json, moment, NOBODY, table, text } from '../../privacy/table.ts'
import type { Facts } from './facts.ts'

/** Every version of the privacy policy as it was published: no purpose may change or delete one. */
export const versions = table(
  'policy.versions',
  {
    ...NOBODY,
    purposes: {
      information: 'nothing personal',
      registration: 'nothing personal',
      account: 'nothing personal',
      rights: 'nothing personal',
      communication: 'nothing personal',
    },
    writes: { information: ['insert'] },
    key: ['hash'],
  },
  {
    /** SHA-256 of the day it takes effect, texts and facts, in hex: the version's address. */
    hash: text('plain'),
    effective: moment('plain'),
    published: moment('plain'),
    /** The text in every language, Markdown with the promises' ids in it. */
    texts: json<Readonly<Record<Language, string>>>('plain'),
    /** What the declarations said when it was published, as the lists in the text show it. */
    facts: json<Facts>('plain'),
  },
)
