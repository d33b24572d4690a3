import { type Language, say } from '../../platform/words.ts'
import type { RequestAnswer, RequestKind, RequestReason } from './history-service.ts'
import { FEWEST_SHOWN } from './rules.ts'
import { words } from './words.ts'

/** `12 av 15 kontoer er aktivert`, in the one form in which an organisation is ever told a number (N28). */
export function countSaid({ seats, activated }: { seats: number; activated: number | null }, language: Language): string {
  const said = say(words, language)
  if (seats < FEWEST_SHOWN) return said.seatsPaid(seats)
  return activated === null ? said.fewActivatedOf(seats) : said.activatedOf(activated, seats)
}

/** `5 plasser til`, `5 færre plasser`. */
export function askedText({ kind, seats }: { kind: RequestKind; seats: number }, language: Language): string {
  const said = say(words, language)
  return kind === 'more' ? said.askedMore(seats) : said.askedFewer(seats)
}

type Answered = { kind: RequestKind; seats: number; answer: RequestAnswer | null; reason: RequestReason | null }

/** What became of something asked for, with the reason where it was declined. */
export function answerText({ kind, seats, answer, reason }: Answered, language: Language): string {
  const said = say(words, language)
  const asked = askedText({ kind, seats }, language)
  if (answer === 'granted') return said.answerGranted(asked)
  if (answer === 'withdrawn') return said.answerWithdrawn(asked)
  if (answer === null) return said.answerWaits(asked)
  return said.answerDeclined(asked, reason === 'inUse' ? said.reasonInUse : said.reasonAgreement)
}
