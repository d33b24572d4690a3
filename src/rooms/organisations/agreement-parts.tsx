import { formatDate } from '../../platform/time.ts'
import { say } from '../../platform/words.ts'
import type { Here } from '../../web/here.ts'
import type { Html } from '../../web/jsx-runtime.ts'
import { Stack } from '../../web/kit/layout.tsx'
import { Facts } from '../../web/kit/lists.tsx'
import { Subtle } from '../../web/kit/text.tsx'
import type { Agreement, ShownPool } from './history-service.ts'
import { noonOf } from './rules.ts'
import { answerText } from './saying-service.ts'
import { termText } from './term-parts.tsx'
import { words } from './words.ts'

const BECAUSE = { agreed: 'poolAgreed', renewed: 'poolRenewed', changed: 'poolChanged', asked: 'poolAsked' } as const

/** What was agreed over time, the newest first: terms, from which day on how many seats were paid for, and what was asked. */
export function AgreementHistory({ here, agreement: { terms, pools, requests } }: { here: Here; agreement: Agreement }): Html {
  const { language, site } = here.visit
  const said = say(words, language)
  const day = (moment: Date) => formatDate(moment, language, site.zone)
  const answered = requests.flatMap((request) => (request.answered === null ? [] : [{ ...request, answered: request.answered }]))
  return (
    <Stack>
      <Facts items={terms.map((term) => ({ icon: 'calendar', text: told(termText(here, term), said.agreedOn(day(term.made))) }))} />
      <Facts items={pools.map((pool) => ({ icon: 'person-group', text: told(poolText(here, pool), said[BECAUSE[pool.because]], said.agreedOn(day(pool.made))) }))} />
      {answered.length === 0 ? null : (
        <Facts items={answered.map((request) => ({ icon: 'envelope', text: told(answerText(request, language), said.answeredOn(day(request.answered))) }))} />
      )}
    </Stack>
  )
}

function told(first: string, ...rest: readonly string[]): Html {
  return (
    <>
      {first}
      <br />
      <Subtle>{rest.join(' · ')}</Subtle>
    </>
  )
}

/** `15 plasser fra 1. januar 2026` */
function poolText({ visit: { language, site } }: Here, { begins, seats }: ShownPool): string {
  const said = say(words, language)
  return said.seatsFrom(said.seatsPaid(seats), formatDate(noonOf(begins), language, site.zone))
}
