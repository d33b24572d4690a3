import { join } from 'node:path'
import { z } from 'zod'
import { type KeptLetter, listLetters, readLetter } from '../platform/mail/mailbox.ts'
import { Refusal } from '../platform/refusal.ts'
import { formatDateTime } from '../platform/time.ts'
import { say } from '../platform/words.ts'
import type { Here } from '../web/here.ts'
import type { Html } from '../web/jsx-runtime.ts'
import { Button } from '../web/kit/action.tsx'
import { Card, Column, PageHead, Stack } from '../web/kit/layout.tsx'
import { Definitions, RowItem, Rows } from '../web/kit/lists.tsx'
import { EmptyState } from '../web/kit/state.tsx'
import { Link } from '../web/kit/text.tsx'
import { Page } from '../web/page.tsx'
import type { Room } from '../web/room.ts'
import { document, question } from '../web/route.ts'
import type { Visit } from '../web/visit.ts'
import { words } from './words.ts'

const MOST = 100
const head = z.object({ id: z.string(), at: z.date(), to: z.string(), subject: z.string() })
const whole = head.extend({ text: z.string(), attachments: z.array(z.string()) })
const params = z.object({ letter: z.string() })

/** The letterbox of the demonstration; an installation with a mail server of its own has none. */
const showLetters = question({
  path: '/demonstration/letters',
  purpose: 'information',
  audience: 'anyone',
  answer: z.object({ letters: z.array(head) }),
  async read(_, visit) {
    const letters = await listLetters(folderOf(visit), { limit: MOST })
    return { letters: letters.filter((letter) => isOurs(letter, visit)) }
  },
  page: LettersPage,
})

const showLetter = question({
  path: '/demonstration/letters/:letter',
  purpose: 'information',
  audience: 'anyone',
  params,
  answer: whole,
  async read(_, visit, { params: { letter } }) {
    const found = await getLetter(visit, letter)
    return { ...found, attachments: found.attachments.map(({ filename }) => filename) }
  },
  page: LetterPage,
})

const showAttachment = document({
  path: '/demonstration/letters/:letter/attachments/:number',
  purpose: 'information',
  audience: 'anyone',
  params: params.extend({ number: z.coerce.number().int() }),
  async serve(_, visit, { params: { letter, number } }) {
    const attachment = (await getLetter(visit, letter)).attachments[number]
    if (!attachment) throw new Refusal('notFound', 404)
    return { type: attachment.type, body: attachment.content, download: attachment.filename }
  },
})

export const demonstration: Room = { name: 'demonstration', routes: [showLetters, showLetter, showAttachment], words }

function LettersPage({ letters }: { letters: z.output<typeof head>[] }, here: Here): Html {
  const { language, site } = here.visit
  const said = say(words, language)
  return (
    <Page here={here} title={said.letters}>
      <PageHead title={said.letters} lede={said.lede} />
      {letters.length === 0 ? (
        <EmptyState icon="envelope" title={said.nothing}>
          {said.nothingText}
        </EmptyState>
      ) : (
        <Card flush>
          <Rows>
            {letters.map((letter) => (
              <RowItem
                title={letter.subject}
                href={`/demonstration/letters/${letter.id}`}
                detail={letter.to}
                end={formatDateTime(letter.at, language, site.zone)}
              />
            ))}
          </Rows>
        </Card>
      )}
    </Page>
  )
}

function LetterPage(letter: z.output<typeof whole>, here: Here): Html {
  const { language, site } = here.visit
  const said = say(words, language)
  return (
    <Page here={here} title={letter.subject}>
      <PageHead title={letter.subject} />
      <Column>
        <Card>
          <Definitions
            items={[
              [said.to, letter.to],
              [said.sent, formatDateTime(letter.at, language, site.zone)],
            ]}
          />
          <Stack gap="small">{letter.text.split(/\n{2,}/).map((paragraph) => <p>{paragraph}</p>)}</Stack>
          {linksIn(letter.text).map((link) => (
            <Button href={link}>{said.open}</Button>
          ))}
          {letter.attachments.map((name, number) => (
            <Link href={`/demonstration/letters/${letter.id}/attachments/${number}`}>{`${said.attached}: ${name}`}</Link>
          ))}
        </Card>
        <Link href="/demonstration/letters">{said.all}</Link>
      </Column>
    </Page>
  )
}

async function getLetter(visit: Visit, id: string): Promise<KeptLetter> {
  const letter = await readLetter(folderOf(visit), id)
  if (!letter || !isOurs(letter, visit)) throw new Refusal('notFound', 404)
  return letter
}

type Filed = { from: { address: string }; person: string | null }

/** A contact sees numbers and never a name, here too: of the letters only their own. */
function isOurs({ from, person: about }: Filed, { site, person }: Visit): boolean {
  const mayBe = person?.roles.includes('contact') ? about === person.id : true
  return from.address === site.contactEmail && mayBe
}

function folderOf({ means }: Visit): string {
  return join(means.ledger, 'mail')
}

function linksIn(text: string): string[] {
  return [...new Set(text.match(/https?:\/\/[^\s<>"]+/g) ?? [])]
}
