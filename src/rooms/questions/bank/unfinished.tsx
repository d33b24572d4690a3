import { plainText } from '../../../platform/markdown.ts'
import { formatDateTime } from '../../../platform/time.ts'
import { say } from '../../../platform/words.ts'
import type { Here } from '../../../web/here.ts'
import type { Html } from '../../../web/jsx-runtime.ts'
import { Card } from '../../../web/kit/layout.tsx'
import { RowItem, Rows } from '../../../web/kit/lists.tsx'
import { nameFrom } from '../exchange/report.ts'
import type { Kind } from '../question.ts'
import { words } from '../words.ts'

export type Begun = { id: string; kind: Kind; text: string; saved: Date }

/** What its author has begun and not saved: nobody else sees it. */
export function Unfinished({ begun, here }: { begun: readonly Begun[]; here: Here }): Html {
  const { language, site } = here.visit
  const said = say(words, language)
  return (
    <Card id="unfinished" title={said.unfinished} flush>
      <Rows label={said.unfinished}>
        {begun.map(({ id, kind, text, saved }) => (
          <RowItem
            title={nameFrom(plainText(text)) || said.noWordsYet}
            href={`/authoring/questions/new?draft=${id}`}
            detail={`${said[kind]} · ${formatDateTime(saved, language, site.zone)}`}
          />
        ))}
      </Rows>
    </Card>
  )
}
