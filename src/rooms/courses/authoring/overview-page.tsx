import { languages, say } from '../../../platform/words.ts'
import type { Here } from '../../../web/here.ts'
import type { Html } from '../../../web/jsx-runtime.ts'
import { Button } from '../../../web/kit/action.tsx'
import { Field } from '../../../web/kit/fields.tsx'
import { Form, Hidden } from '../../../web/kit/form.tsx'
import { Card, PageHead, Row, Split, Stack } from '../../../web/kit/layout.tsx'
import { Details, Medal, RowItem, Rows } from '../../../web/kit/lists.tsx'
import { Tag } from '../../../web/kit/state.tsx'
import { Link } from '../../../web/kit/text.tsx'
import { Page } from '../../../web/page.tsx'
import { LANGUAGE_NAMES } from '../../../web/words.ts'
import { AuthorAside } from './aside.tsx'
import { AuthorFiles } from './files.tsx'
import { Act, conditionsSaid, StateTag, typedOr } from './parts.tsx'
import type { OverviewData } from './shapes.ts'
import { authoringWords } from './words.ts'
import { Said } from '../worded.tsx'
import { words } from '../words.ts'

type Part = { course: OverviewData; here: Here }
type Section = OverviewData['sections'][number]

/** One course, all of it: what is in it and in which order, its files, and whether it is offered. */
export function AuthorOverviewPage({ course, here }: Part): Html {
  const said = say(authoringWords, here.visit.language)
  return (
    <Page here={here} title={`${said.makeCourses}: ${course.title.text}`}>
      <PageHead
        kicker={<StateTag state={course.state} here={here} />}
        title={<Said {...course.title} here={here} />}
        lede={<Said {...course.summary} here={here} />}
      >
        <Button look="secondary" href={`/authoring/courses/${course.id}/facts`} icon="pencil">
          {said.facts}
        </Button>
        {course.hasFactsDraft ? <Tag>{said.hasDraft}</Tag> : null}
      </PageHead>
      <Split asideLabel={said.publishing} aside={<AuthorAside course={course} here={here} />}>
        <div id="structure">
          <Stack>
            {course.sections.map((section, at) => (
              <SectionCard course={course} section={section} number={at + 1} here={here} />
            ))}
            <NewSection course={course} here={here} />
            {course.removed.length > 0 ? <TakenOut course={course} here={here} /> : null}
          </Stack>
        </div>
        <AuthorFiles course={course} here={here} />
      </Split>
    </Page>
  )
}

function SectionCard({ course, section, number, here }: Part & { section: Section; number: number }): Html {
  const said = say(authoringWords, here.visit.language)
  const at = `/authoring/courses/${course.id}/sections/${section.id}`
  // The same form stands in each section: the reason belongs to the one that was sent.
  const lessonError = here.visit.path.startsWith(at) ? here.entered.errors['lessonTitle'] : undefined
  return (
    <Card
      id={`section-${section.id}`}
      title={
        <>
          {number}. <Said {...section.title} here={here} />
        </>
      }
      hint={conditionsSaid(section.release, here) || (section.items.length === 0 ? said.emptySection : undefined)}
      flush
    >
      <Rows numbered>
        {section.items.map((item) => (
          <ItemRow course={course} item={item} here={here} />
        ))}
        <RowItem
          title={
            <Details summary={said.addLesson} open={lessonError !== undefined || section.items.length === 0}>
              <Form action={`${at}/lessons`}>
                <Stack gap="small">
                  <Field
                    name="lessonTitle"
                    id={lessonError ? 'lessonTitle' : `lesson-title-${section.id}`}
                    label={said.lessonTitle}
                    error={lessonError}
                    maxlength={200}
                    autocomplete="off"
                  />
                  <Row>
                    <Button look="secondary" icon="plus">
                      {said.addLesson}
                    </Button>
                  </Row>
                </Stack>
              </Form>
            </Details>
          }
          actions={<Arranging at={at} section={section} here={here} />}
        />
      </Rows>
    </Card>
  )
}

function Arranging({ at, section, here }: { at: string; section: Section; here: Here }): Html {
  const said = say(authoringWords, here.visit.language)
  return (
    <Details summary={said.arrangeSection} open={here.visit.path === at && Object.keys(here.entered.values).length > 0}>
      <Stack gap="small">
        <Row>
          <Act
            action={`${at}/position`}
            fields={{ direction: 'up' }}
            icon="arrow-up"
            label={said.moveUp(section.title.text)}
          />
          <Act
            action={`${at}/position`}
            fields={{ direction: 'down' }}
            icon="arrow-down"
            label={said.moveDown(section.title.text)}
          />
          <Button small look="tertiary" icon="clock" href={`${at}/release`}>
            {said.whenItOpens}
          </Button>
          {section.items.length === 0 ? (
            <Act action={`${at}/end`} icon="trash">
              {said.removeSection}
            </Act>
          ) : null}
        </Row>
        <Form action={at}>
          <Stack gap="small">
            <Hidden name="was" value={JSON.stringify(section.titles)} />
            {languages.map((language) => (
              <Field
                name={language}
                id={`${language}-${section.id}`}
                label={`${said.sectionTitle}: ${LANGUAGE_NAMES[language]}`}
                value={here.visit.path === at ? typedOr(here, language, section.titles[language]) : section.titles[language]}
                error={here.entered.errors[`${language}-${section.id}`]}
                maxlength={200}
                autocomplete="off"
              />
            ))}
            <Row>
              <Button look="secondary">{said.renameSection}</Button>
            </Row>
          </Stack>
        </Form>
      </Stack>
    </Details>
  )
}

function ItemRow({ course, item, here }: Part & { item: Section['items'][number] }): Html {
  const { language } = here.visit
  const [said, seen] = [say(authoringWords, language), say(words, language)]
  const at = `/authoring/courses/${course.id}/items/${item.id}`
  const href =
    item.kind === 'exam' ? `/authoring/exams/${item.reference}` : `/authoring/courses/${course.id}/lessons/${item.id}`
  return (
    <RowItem
      id={`item-${item.id}`}
      title={
        <Link href={href} tone="neutral">
          <Said {...item.title} here={here} />
        </Link>
      }
      lead={<Medal icon={item.kind === 'exam' ? 'task' : 'open-book'} />}
      detail={[item.kind === 'exam' ? seen.exam : seen.lesson, item.required ? said.isRequired : seen.voluntary, conditionsSaid(item.conditions, here)]
        .filter((part) => part !== '')
        .join(' · ')}
      tag={
        <>
          {item.sample ? <Tag tone="info">{seen.sample}</Tag> : null}
          {item.isShown ? null : <Tag tone="warning">{said.stateDraft}</Tag>}
          {item.isShown && item.hasDraft ? <Tag>{said.hasDraft}</Tag> : null}
        </>
      }
      actions={
        <>
          <Act
            action={`${at}/position`}
            fields={{ direction: 'up' }}
            icon="arrow-up"
            label={said.moveUp(item.title.text)}
          />
          <Act
            action={`${at}/position`}
            fields={{ direction: 'down' }}
            icon="arrow-down"
            label={said.moveDown(item.title.text)}
          />
          <Act action={`${at}/end`} icon="trash" label={said.takeOut(item.title.text)} />
          <Button small look="tertiary" href={`${at}/conditions`} label={`${said.conditions}: ${item.title.text}`}>
            {said.conditions}
          </Button>
          <Act action={`${at}/requirement`} fields={{ required: item.required ? 'no' : 'yes' }}>
            {item.required ? said.makeOptional : said.makeRequired}
          </Act>
          {item.kind === 'lesson' ? (
            <Act action={`${at}/sample`} fields={{ sample: item.sample ? 'no' : 'yes' }}>
              {item.sample ? said.noSample : said.makeSample}
            </Act>
          ) : null}
        </>
      }
    />
  )
}

function NewSection({ course, here }: Part): Html {
  const said = say(authoringWords, here.visit.language)
  return (
    <Card>
      <Form action={`/authoring/courses/${course.id}/sections`}>
        <Stack gap="small">
          <Field
            name="sectionTitle"
            label={said.sectionTitle}
            value={typedOr(here, 'sectionTitle', '')}
            error={here.entered.errors['sectionTitle']}
            maxlength={200}
            autocomplete="off"
          />
          <Row>
            <Button look="secondary" icon="plus">
              {said.addSection}
            </Button>
          </Row>
        </Stack>
      </Form>
    </Card>
  )
}

function TakenOut({ course, here }: Part): Html {
  const said = say(authoringWords, here.visit.language)
  return (
    <Card id="removed" title={said.takenOut} flush>
      <Rows>
        {course.removed.map(({ id, title }) => (
          <RowItem
            title={<Said {...title} here={here} />}
            actions={
              <Act
                action={`/authoring/courses/${course.id}/items/${id}/return`}
                icon="repeat"
                label={`${said.putBack}: ${title.text}`}
              >
                {said.putBack}
              </Act>
            }
          />
        ))}
      </Rows>
    </Card>
  )
}
