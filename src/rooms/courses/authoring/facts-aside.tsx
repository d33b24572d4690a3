import { say } from '../../../platform/words.ts'
import type { Here } from '../../../web/here.ts'
import type { Html } from '../../../web/jsx-runtime.ts'
import { Card, Stack } from '../../../web/kit/layout.tsx'
import { Muted } from '../../../web/kit/text.tsx'
import { Act } from './parts.tsx'
import type { FactsData } from './shapes.ts'
import { Versions } from './versions.tsx'
import { authoringWords } from './words.ts'

/** Beside the facts of a course: whether learners see them, and every version there has been. */
export function FactsAside({ facts, here }: { facts: FactsData; here: Here }): Html {
  const said = say(authoringWords, here.visit.language)
  const at = `/authoring/courses/${facts.id}/facts`
  return (
    <>
      <Card id="publishing" title={said.publishing}>
        <Publishing facts={facts} here={here} />
      </Card>
      {facts.versions.length > 0 ? (
        <Versions versions={facts.versions} newest={facts.versions[0]?.number ?? 0} restoring={{ action: `${at}/draft`, base: facts.revision }} here={here} />
      ) : null}
    </>
  )
}

function Publishing({ facts, here }: { facts: FactsData; here: Here }): Html {
  const said = say(authoringWords, here.visit.language)
  if (!facts.isOffered) return <Muted>{said.factsBeforeOffer}</Muted>
  if (!facts.hasDraft) return <Muted>{said.nothingToPublishHere}</Muted>
  return (
    <Stack gap="small">
      <Act action={`/authoring/courses/${facts.id}/facts/publication`} fields={{ base: facts.revision }} full look="secondary">
        {said.publishFacts}
      </Act>
      <Muted small>{said.publishLessonWhy}</Muted>
    </Stack>
  )
}
