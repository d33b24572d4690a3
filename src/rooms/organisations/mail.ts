import { formatDate, localDay } from '../../platform/time.ts'
import { type Language, say } from '../../platform/words.ts'
import { type Eyes, within } from '../../privacy/within.ts'
import type { Tools } from '../../web/tools.ts'
import { writeTo, writeToOffice } from '../accounts/letter-service.ts'
import type { RequestAnswer, RequestKind, RequestReason } from './history-service.ts'
import { adviceFor, DAYS_AT_REST, daysBetween, NOTICE_DAYS, noonOf } from './rules.ts'
import { answerText, askedText, countSaid } from './saying-service.ts'
import { termOn } from './service.ts'
import { words } from './words.ts'

/** One letter: to whom the eyes act for, about the thing that is looked up now. */
export type Errand = { eyes: Eyes; subject: string; tools: Tools }

/** To a contact: the term ends, how many seats are used, and so how many a renewal needs. */
export function tellContactOfEnd(errand: Errand): Promise<void> {
  return tellOfEnd(errand, ({ term, day, language }) => {
    const said = say(words, language)
    return {
      paragraphs: [said.endingForContact(term.name, day, DAYS_AT_REST), ...beforeRenewal(term, language)],
      button: { label: said.seeSeats, path: '/organisation' },
    }
  })
}

/** To a learner: the term ends, and what to take along before it does. */
export function tellLearnerOfEnd(errand: Errand): Promise<void> {
  return tellOfEnd(errand, ({ day, language }) => {
    const said = say(words, language)
    return { paragraphs: [said.endingForLearner(day, DAYS_AT_REST), said.downloadFirst], button: { label: said.downloadData, path: '/my-data' } }
  })
}

type Ending = { term: NonNullable<Awaited<ReturnType<typeof termOf>>>; day: string; language: Language }
type WhatToDo = { paragraphs: string[]; button: { label: string; path: string } }

async function tellOfEnd({ eyes, subject, tools }: Errand, whatToDo: (ending: Ending) => WhatToDo): Promise<void> {
  const { zone } = await tools.siteOf(eyes.institution)
  const term = await termOf(eyes, { membership: subject, zone })
  if (!term || isFarOff(eyes, { ...term, zone })) return
  await writeTo(eyes, tools, ({ firstName, language }, { site, address }) => {
    const said = say(words, language)
    const day = formatDate(noonOf(term.ends), language, site.zone)
    const { paragraphs, button } = whatToDo({ term, day, language })
    return {
      subject: said.endingSubject(day),
      paragraphs: [said.hello(firstName), ...paragraphs],
      button: { label: button.label, href: `${address}${button.path}` },
    }
  })
}

/** To a contact: a colleague was turned away since all seats are taken. Who, nobody knows. */
export async function tellOfWanted({ eyes, subject, tools }: Errand): Promise<void> {
  const { zone } = await tools.siteOf(eyes.institution)
  const term = await termOf(eyes, { membership: subject, zone })
  if (!term) return
  await writeTo(eyes, tools, ({ firstName, language }, { address }) => {
    const said = say(words, language)
    return {
      subject: said.wantedSubject,
      paragraphs: [said.hello(firstName), said.wantedLetter(term.name), said.wantedWho],
      button: { label: said.askForSeats, href: `${address}/organisation` },
    }
  })
}

/** To a contact: what became of what their organisation asked for. */
export async function tellOfAnswer({ eyes, subject, tools }: Errand): Promise<void> {
  const request = await requestOf(eyes, subject)
  if (!request) return
  await writeTo(eyes, tools, ({ firstName, language }, { address }) => {
    const said = say(words, language)
    return {
      subject: said.answerSubject,
      paragraphs: [said.hello(firstName), said.answerAbout(request.name), answerText(request, language), ...(request.answer === 'declined' ? [said.answerTalk] : [])],
      button: { label: said.seeSeats, href: `${address}/organisation` },
    }
  })
}

/** Renewed while the letter waited, there is nothing to tell. */
function isFarOff({ now }: Eyes, { ends, zone }: { ends: string; zone: string }): boolean {
  return daysBetween(localDay(now, zone), ends) > NOTICE_DAYS.contact[0]
}

/** To our own office: an organisation asks for something. */
export async function tellOffice({ eyes, subject, tools }: Errand): Promise<void> {
  const request = await requestOf(eyes, subject)
  if (!request || request.answer !== null) return
  await writeToOffice(eyes, tools, ({ site: { language }, address }) => {
    const said = say(words, language)
    const asked = askedText(request, language)
    return {
      subject: said.organisationAsks(asked),
      paragraphs: [said.officeLetter(request.name, asked)],
      button: { label: said.answerThem, href: `${address}/administration/organisations/${request.organisation}/memberships/${request.membership}` },
    }
  })
}

type Told = { seats: number | null; activated: number | null }

/** The number is the one that stands on their page, as old and as coarse as there. */
function beforeRenewal({ seats, activated }: Told, language: Language): string[] {
  if (seats === null) return []
  const said = say(words, language)
  const counted = countSaid({ seats, activated }, language)
  const advice = adviceFor({ seats, activated })
  const what = { more: [said.renewMore], fewer: [said.renewFewer], none: [] }[advice]
  return [[counted, ...what].join(' ')]
}

async function termOf(eyes: Eyes, { membership, zone }: { membership: string; zone: string }) {
  return within('communication', eyes, (db) =>
    db
      .selectFrom('organisations.memberships as membership')
      .innerJoin('organisations.organisations as organisation', 'organisation.id', 'membership.organisation')
      .innerJoinLateral(termOn(localDay(eyes.now, zone)), (join) => join.onTrue())
      .leftJoin('organisations.capacities as told', 'told.membership', 'membership.id')
      .select(['term.ends', 'organisation.name', 'told.seats', 'told.activated'])
      .where('membership.id', '=', membership)
      .executeTakeFirst(),
  )
}

async function requestOf(eyes: Eyes, request: string) {
  const row = await within('communication', eyes, (db) =>
    db
      .selectFrom('organisations.requests as request')
      .innerJoin('organisations.memberships as membership', 'membership.id', 'request.membership')
      .innerJoin('organisations.organisations as organisation', 'organisation.id', 'membership.organisation')
      .select(['request.kind', 'request.seats', 'request.answer', 'request.reason', 'organisation.name', 'membership.id as membership', 'membership.organisation'])
      .where('request.id', '=', request)
      .executeTakeFirst(),
  )
  return row && { ...row, kind: row.kind as RequestKind, answer: row.answer as RequestAnswer | null, reason: row.reason as RequestReason | null }
}
