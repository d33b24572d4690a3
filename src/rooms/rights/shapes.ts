import { z } from 'zod'

const why = z.object({
  purpose: z.string(),
  name: z.string(),
  why: z.string(),
  basis: z.string().describe('In words, with the place in the law.'),
})

const person = z.object({ name: z.string().nullable().describe('Null once they have been forgotten.'), roles: z.array(z.string()) })

const table = z.object({
  table: z.string(),
  title: z.string(),
  rows: z.int().describe('How many rows are about you.'),
  mentions: z.int().describe('How many rows about others you had a hand in.'),
  why: z.array(why),
  source: z.string(),
  until: z.string(),
  seenBy: z.array(person).describe('Who may see them now, besides you.'),
})

const reader = z.object({
  ...person.shape,
  purpose: z.string(),
  purposeName: z.string(),
  because: z.string(),
  begins: z.date(),
  ends: z.date().nullable(),
  everybody: z.boolean().describe('They may see everybody here, not only you.'),
})

export const lookSchema = z.object({
  id: z.uuid(),
  looked: z.date(),
  ...person.shape,
  what: z.string(),
  purpose: z.string(),
  purposeName: z.string(),
})

const institution = z.object({
  name: z.string(),
  legalName: z.string(),
  organisationNumber: z.string(),
  address: z.string(),
  privacyEmail: z.string(),
  authority: z.object({ name: z.string(), website: z.string() }),
})

const group = z.object({ name: z.string(), title: z.string(), tables: z.array(table) })

export const heldSchema = z.object({
  institution,
  made: z.date(),
  subject: z.uuid(),
  eraseDue: z.date().nullable().describe('When the account is erased, where it is deactivated.'),
  groups: z.array(group),
  readers: z.array(reader).describe('Who may look at you now, and why. Your organisation is never among them.'),
  looks: z.array(lookSchema).describe('Who has looked, newest first, at most ten; /my-data/looks has all.'),
})

const moment = z.string().describe('ISO 8601, UTC')

const copiedTable = z.object({
  ...table.omit({ rows: true, mentions: true }).shape,
  people: z.array(z.string()).describe('Columns that stand for people: `you`, or the part that somebody else has in it.'),
  rule: z.unknown().describe('When rows end, for machines: an ISO 8601 duration and the column it counts from, or what they go with.'),
  rows: z
    .array(z.object({ values: z.record(z.string(), z.unknown()), until: moment.nullable(), untold: z.array(z.string()) }))
    .describe('Your rows, with every column that is not a secret. Other people are told by their part alone. `untold` names columns that are empty until the result is given.'),
  mentions: z.array(z.object({ id: z.string(), moment: moment.nullable() })).describe('Rows in which you had a hand: that they exist, and since when.'),
})

/** Everything, as it is shown, downloaded and told to machines. The format's name changes when its meaning does. */
export const copySchema = z.object({
  ...heldSchema.shape,
  format: z.literal('lofte.person.1'),
  groups: z.array(z.object({ ...group.shape, tables: z.array(copiedTable) })),
  looks: z.array(lookSchema).describe('Who has looked, newest first; all of them.'),
})

const counted = z.array(z.object({ table: z.string(), title: z.string(), rows: z.int() }))

export const outcomeSchema = z.object({
  deleted: counted,
  forgotten: counted.describe('Rows that stay without you in them.'),
  kept: z.array(z.object({ title: z.string(), law: z.string(), until: z.date() })).describe('What a law makes us keep.'),
})

export type Held = z.output<typeof heldSchema>
export type HeldTable = z.output<typeof table>
export type Copy = z.output<typeof copySchema>
export type CopiedTable = z.output<typeof copiedTable>
export type Look = z.output<typeof lookSchema>
export type ShownOutcome = z.output<typeof outcomeSchema>
