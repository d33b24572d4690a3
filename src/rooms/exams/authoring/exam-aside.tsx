import { formatDate, formatDateTime } from '../../../platform/time.ts'
import { say } from '../../../platform/words.ts'
import type { Here } from '../../../web/here.ts'
import type { Html } from '../../../web/jsx-runtime.ts'
import { Button } from '../../../web/kit/action.tsx'
import { Form, Hidden } from '../../../web/kit/form.tsx'
import { Card, Stack } from '../../../web/kit/layout.tsx'
import { Details, Facts, RowItem, Rows } from '../../../web/kit/lists.tsx'
import { Muted } from '../../../web/kit/text.tsx'
import { valuesOf } from './forms.ts'
import { languageNames } from './pages.tsx'
import type { AuthoredExam } from './shapes.ts'
import { authorWords } from './words.ts'

type Part = { exam: AuthoredExam; here: Here }

/** Beside an exam: what learners have got so far, and the way back to each of them. */
export function ExamAside({ exam, here }: Part): Html {
  const said = say(authorWords, here.visit.language)
  return (
    <>
      <Card id="versions" title={said.versions} flush={exam.versions.length > 0}>
        {exam.versions.length === 0 ? <Muted>{said.neverPublished}</Muted> : <Versions exam={exam} here={here} />}
      </Card>
      {exam.drafts.length === 0 ? null : (
        <Card id="drafts" title={said.drafts} flush>
          <Drafts exam={exam} here={here} />
        </Card>
      )}
      {exam.published ? null : (
        <Card id="deletion">
          <Details summary={said.deleteExam}>
            <Stack gap="small">
              <Muted>{said.deleteExamWhy}</Muted>
              <Form action={`/authoring/exams/${exam.id}/end`}>
                <Button look="secondary" icon="trash">{said.deleteExamNow}</Button>
              </Form>
            </Stack>
          </Details>
        </Card>
      )}
    </>
  )
}

function Versions({ exam, here }: Part): Html {
  const { language, site } = here.visit
  const said = say(authorWords, language)
  return (
    <Rows label={said.versions}>
      {exam.versions.map(({ id, number, published }) => (
        <RowItem
          title={said.versionOf(number, formatDate(published, language, site.zone))}
          actions={
            number === exam.published?.number && !exam.published.hasChanges ? undefined : <Restore exam={exam} version={id} called={said.versionNumber(number)} here={here} />
          }
        />
      ))}
    </Rows>
  )
}

function Drafts({ exam, here }: Part): Html {
  const { language, site } = here.visit
  const said = say(authorWords, language)
  return (
    <Rows label={said.drafts}>
      {exam.drafts.map(({ id, saved, isMine }) => {
        const called = formatDateTime(saved, language, site.zone)
        return <RowItem title={called} detail={byWhom(isMine, here)} actions={<Restore exam={exam} version={id} called={called} here={here} />} />
      })}
    </Rows>
  )
}

function byWhom(isMine: boolean | null, here: Here): string | undefined {
  const said = say(authorWords, here.visit.language)
  if (isMine === null) return undefined
  return isMine ? said.byYou : said.byColleague
}

function Restore({ exam, version, called, here }: Part & { version: string; called: string }): Html {
  const said = say(authorWords, here.visit.language)
  return (
    <Form action={`/authoring/exams/${exam.id}/draft`}>
      <Hidden name="base" value={exam.revision} />
      <Hidden name="version" value={version} />
      <Button look="tertiary" small icon="history" label={`${said.restoreVersion}: ${called}`}>{said.restoreVersion}</Button>
    </Form>
  )
}

/** After a conflict: what the other has saved, wherever it differs from the form. */
export function Theirs({ exam, here }: Part): Html | null {
  const { language, site } = here.visit
  const { values, refusal } = here.entered
  const said = say(authorWords, language)
  if (refusal !== said.examChanged) return null
  const theirs = valuesOf(exam.plan, site.zone)
  const text = (value: string | readonly string[] | undefined) => [value ?? []].flat().filter((one) => one !== '').join(', ')
  const differing = Object.keys(theirs).filter((name) => text(theirs[name]).replaceAll('\r', '') !== text(values[name]).replaceAll('\r', ''))
  return (
    <Card id="theirs" title={said.theirSettings}>
      <Facts items={differing.map((name) => ({ icon: 'pencil', text: `${labelOf(name, here)}: ${text(theirs[name]) || said.nothing}` }))} />
    </Card>
  )
}

/** The label of a field by its name. */
function labelOf(name: string, here: Here): string {
  const { language } = here.visit
  const said = say(authorWords, language)
  const names = languageNames[language]
  const plain: Record<string, string> = {
    ...said,
    titleNb: said.titleIn(names.nb), titleDa: said.titleIn(names.da), titleEn: said.titleIn(names.en),
    introductionNb: said.introductionIn(names.nb), introductionDa: said.introductionIn(names.da), introductionEn: said.introductionIn(names.en),
    poolCategory: said.category, poolTag: said.tag, poolDifficulty: said.difficulty, poolCount: said.count,
  } as never
  return plain[name] ?? name
}
