import { type RawBuilder, sql } from 'kysely'
import { Refusal } from '../../../platform/refusal.ts'
import { type PersonSeal, sealOf } from '../../../privacy/person-key.ts'
import { ask, type Eyes, within } from '../../../privacy/within.ts'
import type { Db } from '../../../tables.ts'
import { isAnswered, type Response } from '../../questions/response.ts'
import { saveContext } from './saves.ts'

/** An answer as it comes from a browser. `sequence` grows with every save, on whichever device. */
export type Given = { question: number; response: Response; sequence: number; flagged: boolean }

/** From which page it comes, where it comes from one. */
export type Saving = { attempt: string; page?: string | undefined; given: readonly Given[] }

/** What is kept now: per question the newest sequence, ours or that of another device. */
export type Kept = {
  isOpen: boolean
  elsewhere: boolean
  deadline: Date
  answersUntil: Date
  saved: { question: number; sequence: number | null }[]
}

/**
 * Saves a learner's answers by one statement in one flight. It alone decides whether the attempt is
 * theirs, open and in time, and which answer is the newest. The attempt's row is held, so that handing
 * in waits for answers on their way and no answer comes after it.
 * @throws Refusal `notFound` (404) where the attempt is not theirs.
 */
export async function saveAnswers(eyes: Eyes, saving: Saving): Promise<Kept> {
  const sent = await sentRows(saving, () => within('examination', eyes, (db) => sealOf(db, eyes, eyes.actor ?? '')))
  return keptFrom(await ask('examination', eyes, (db) => saveStatement(eyes, saving, sent).compile(db)))
}

/** The same in a transaction that is open already: a second connection might never be free. */
export async function saveAnswersIn(db: Db<'examination'>, eyes: Eyes, saving: Saving): Promise<Kept> {
  const sent = await sentRows(saving, () => sealOf(db, eyes, eyes.actor ?? ''))
  const { rows } = await saveStatement(eyes, saving, sent).execute(db)
  return keptFrom(rows)
}

function saveStatement({ actor, now }: Eyes, { attempt, page = null }: { attempt: string; page?: string | null | undefined }, sent: readonly SentRow[]): RawBuilder<SavedRow> {
  return sql<SavedRow>`
    with sent as (
      select * from jsonb_to_recordset(${JSON.stringify(sent)}::jsonb)
        as sent (position integer, response jsonb, sealed text, sealed_save text, sequence bigint, flagged boolean)
    ),
    attempt as (
      select
        id, learner, page, deadline, answers_until, jsonb_array_length(questions) as length,
        submitted is null and answers_until >= ${now} as is_open
      from exams.attempts
      where id = ${attempt} and learner = ${actor}
      for share
    ),
    written as (
      insert into exams.answers (attempt, position, learner, response, sealed, sequence, saved, flagged)
      select
        attempt.id, sent.position, attempt.learner, sent.response, decode(sent.sealed, 'base64'), sent.sequence,
        ${now}, case when sent.flagged then ${now}::timestamptz end
      from attempt
      join sent on attempt.is_open and sent.position <= attempt.length
      on conflict (institution, attempt, position) do update set
        response = excluded.response,
        sealed = excluded.sealed,
        sequence = excluded.sequence,
        saved = excluded.saved,
        flagged = excluded.flagged
      where excluded.sequence > answers.sequence
      returning attempt, position, learner, sequence
    ),
    kept as (
      insert into exams.saves (attempt, position, sequence, learner, response, sealed, saved)
      select written.attempt, written.position, written.sequence, written.learner, sent.response, decode(sent.sealed_save, 'base64'), ${now}
      from written
      join sent on sent.position = written.position
    )
    select
      attempt.deadline, attempt.answers_until, attempt.is_open,
      coalesce(attempt.page <> ${page}::uuid, false) as elsewhere,
      sent.position,
      coalesce(written.sequence, (
        select answer.sequence from exams.answers as answer
        where answer.attempt = attempt.id and answer.position = sent.position
      )) as sequence
    from attempt
    left join sent on true
    left join written on written.position = sent.position
    order by sent.position
  `
}

/** What is sealed under the learner's own key: text that anything may stand in. */
export function isFreeText(response: Response): boolean {
  return (response.kind === 'essay' || response.kind === 'shortAnswer') && isAnswered(response)
}

/** Names the place a sealed answer belongs to, so that it opens nowhere else. */
export function answerContext(attempt: string, position: number): string {
  return `exams.answers.sealed ${attempt} ${position}`
}

/** An answer as it was given, opened with the learner's seal where it is sealed. */
export function openAnswer(
  row: { attempt: string; position: number; response: Response | null; sealed: Buffer | null },
  seal: PersonSeal | null,
): Response | null {
  if (!row.sealed) return row.response
  if (!seal) throw new Error('A sealed answer needs its learner’s seal')
  return JSON.parse(seal.open(row.sealed, answerContext(row.attempt, row.position))) as Response
}

type SavedRow = { deadline: Date; answers_until: Date; is_open: boolean; elsewhere: boolean; position: number | null; sequence: number | null }

function keptFrom(rows: readonly SavedRow[]): Kept {
  const [first] = rows
  if (!first) throw new Refusal('notFound', 404)
  return {
    isOpen: first.is_open,
    elsewhere: first.elsewhere,
    deadline: first.deadline,
    answersUntil: first.answers_until,
    saved: rows.flatMap(({ position, sequence }) => (position === null ? [] : { question: position, sequence })),
  }
}

/** One statement cannot write a row twice. */
function newestOf(given: readonly Given[]): Given[] {
  const newest = new Map<number, Given>()
  for (const one of given) if (one.sequence > (newest.get(one.question)?.sequence ?? -1)) newest.set(one.question, one)
  return [...newest.values()]
}

type SentRow = { position: number; response: Response | null; sealed: string | null; sealed_save: string | null; sequence: number; flagged: boolean }

async function sentRows({ attempt, given }: Saving, getSeal: () => Promise<PersonSeal>): Promise<SentRow[]> {
  const seal = given.some(({ response }) => isFreeText(response)) ? await getSeal() : null
  return newestOf(given).map(({ question: position, response, sequence, flagged }) => {
    if (!seal || !isFreeText(response)) return { position, response, sealed: null, sealed_save: null, sequence, flagged }
    const sealed = (context: string) => seal.seal(JSON.stringify(response), context).toString('base64')
    return { position, response: null, sealed: sealed(answerContext(attempt, position)), sealed_save: sealed(saveContext(attempt, position, sequence)), sequence, flagged }
  })
}
