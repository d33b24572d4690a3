import { formatDateTime } from '../../../platform/time.ts'
import { say } from '../../../platform/words.ts'
import type { Here } from '../../../web/here.ts'
import type { Html } from '../../../web/jsx-runtime.ts'
import { Card } from '../../../web/kit/layout.tsx'
import { RowItem, Rows } from '../../../web/kit/lists.tsx'
import { Tag } from '../../../web/kit/state.tsx'
import { Act } from './parts.tsx'
import type { DraftData } from './shapes.ts'
import { authoringWords } from './words.ts'

type Listed = {
  versions: DraftData['versions']
  /** The number of the newest, which is before one and needs no restoring. */
  newest: number
  restoring: { action: string; base: number }
  here: Here
}

/** Every version of a lesson, or of a course's facts, and the way back to each. */
export function Versions({ versions, newest, restoring: { action, base }, here }: Listed): Html {
  const { language, site } = here.visit
  const said = say(authoringWords, language)
  return (
    <Card id="versions" title={said.versions} flush>
      <Rows>
        {versions.map(({ id, number, saved, published, isMine }) => (
          <RowItem
            title={said.versionNumber(number)}
            tag={
              published ? <Tag tone="success">{said.statePublished}</Tag> : <Tag tone="warning">{said.stateDraft}</Tag>
            }
            detail={`${said.savedOn(formatDateTime(saved, language, site.zone))}${isMine ? ` · ${said.byYou}` : ''}`}
            actions={
              number === newest ? undefined : (
                <Act
                  action={action}
                  fields={{ base, version: id }}
                  icon="history"
                  label={`${said.restoreVersion}: ${said.versionNumber(number)}`}
                >
                  {said.restoreVersion}
                </Act>
              )
            }
          />
        ))}
      </Rows>
    </Card>
  )
}
