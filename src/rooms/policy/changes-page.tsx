import { z } from 'zod'
import { say } from '../../platform/words.ts'
import type { Here } from '../../web/here.ts'
import type { Html } from '../../web/jsx-runtime.ts'
import { Card, Column, PageHead } from '../../web/kit/layout.tsx'
import { EmptyState } from '../../web/kit/state.tsx'
import { Link, Prose, Spoken } from '../../web/kit/text.tsx'
import { Page } from '../../web/page.tsx'
import type { Paragraph, Piece } from './diff.ts'
import { short } from './pages.tsx'
import type { MaterialChange } from './rules.ts'
import { changeSaid } from './text.ts'
import { words } from './words.ts'

const saying = z.object({ nb: z.string(), da: z.string(), en: z.string() })

export const changesAnswer = z.object({
  version: z.string(),
  /** The version it is compared with; none for the first. */
  before: z.string().nullable(),
  material: z.array(
    z.object({
      kind: z.enum(['newPurpose', 'newBasis', 'newRecipient', 'newCategory', 'keptLonger', 'newCookie']),
      values: z.array(saying).readonly(),
    }),
  ).readonly(),
  paragraphs: z.array(z.array(z.object({ how: z.enum(['kept', 'removed', 'added']), text: z.string() })).readonly()).readonly(),
})

/** What changed from the version before: what matters first, then the words themselves. */
export function ChangesPage(changes: z.output<typeof changesAnswer>, here: Here): Html {
  const said = say(words, here.visit.language)
  const { version, before, material, paragraphs } = changes
  const lede = before ? said.changesLede(short(before), short(version)) : said.noChanges
  return (
    <Page here={here} title={said.changesTitle}>
      <PageHead title={said.changesTitle} lede={lede} />
      <Column>
        {material.length > 0 ? <Matters changes={material} here={here} /> : null}
        {before && paragraphs.length === 0 ? <EmptyState icon="check" title={said.sameInThisLanguage} /> : null}
        {paragraphs.length > 0 ? <Changed paragraphs={paragraphs} here={here} /> : null}
        <p>
          <Link href={`/privacy/versions/${version}`}>{said.versionName(short(version))}</Link>
          {' · '}
          <Link href="/privacy/versions">{said.allVersions}</Link>
        </p>
      </Column>
    </Page>
  )
}

function Matters({ changes, here }: { changes: readonly MaterialChange[]; here: Here }): Html {
  return (
    <Card id="matters" title={say(words, here.visit.language).matters}>
      <Prose>
        <ul>
          {changes.map((change) => (
            <li>{changeSaid(change, here.visit.language)}</li>
          ))}
        </ul>
      </Prose>
    </Card>
  )
}

function Changed({ paragraphs, here }: { paragraphs: readonly Paragraph[]; here: Here }): Html {
  const said = say(words, here.visit.language)
  return (
    <Card>
      <Prose>
        {paragraphs.map((pieces) => (
          <p class="policy-change">{pieces.map((piece) => shown(piece, said))}</p>
        ))}
      </Prose>
    </Card>
  )
}

// Colour and line are for the eye; whoever listens is told in words.
function shown({ how, text }: Piece, said: { removed: string; added: string }): Html | string {
  const plain = text.replace(/^- |\*\*|\\(?=[_*[\]<>|`])/g, '').replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
  if (how === 'kept') return plain
  if (how === 'removed') {
    return (
      <del>
        <Spoken>{said.removed}</Spoken>
        {plain}
      </del>
    )
  }
  return (
    <ins>
      <Spoken>{said.added}</Spoken>
      {plain}
    </ins>
  )
}
